import type { Locale } from '../../locale/locale.ts'
import type { Report } from '../../model/report.ts'
import type { Passage } from './passages.ts'
import { stemsOf } from './stem.ts'

/** The words of a report: which are rare in it, and so tell that two places speak of the same thing. */
export class Vocabulary {
  readonly #locale: Locale
  readonly #places = new Map<string, number>()
  readonly #stems = new Map<string, Set<string>>()
  #total = 0

  constructor({ tables }: Report, passages: Passage[], locale: Locale) {
    this.#locale = locale
    const cells = tables.flatMap(({ rows }) =>
      rows.map((row) => row.map((cell) => [cell.text, ...(cell.items ?? [])].join(' ')).join(' ')),
    )
    for (const text of [...passages.map((passage) => passage.text), ...cells]) {
      this.#total++
      for (const stem of this.stems(text)) this.#places.set(stem, (this.#places.get(stem) ?? 0) + 1)
    }
  }

  /** The stems of a text, each once. */
  stems(text: string): Set<string> {
    let stems = this.#stems.get(text)
    if (!stems) {
      stems = new Set(stemsOf(text, this.#locale))
      this.#stems.set(text, stems)
    }
    return stems
  }

  /** How much it tells that two places share a stem: nothing where most places have it. */
  weight(stem: string): number {
    return Math.log(Math.max(this.#total, 2) / (this.#places.get(stem) ?? 1))
  }

  /** The weight of a stem that only one place has. */
  get heaviest(): number {
    return Math.log(Math.max(this.#total, 2))
  }

  /** The stems that two texts share, those that tell something. */
  shared(one: string, other: string): string[] {
    const others = this.stems(other)
    return [...this.stems(one)].filter((stem) => others.has(stem))
  }

  /** How alike two texts are: the weight of what they share, of all they hold. */
  likeness(one: string, other: string): number {
    const all = new Set([...this.stems(one), ...this.stems(other)])
    const weigh = (stems: Iterable<string>) => [...stems].reduce((sum, stem) => sum + this.weight(stem), 0)
    return weigh(this.shared(one, other)) / Math.max(weigh(all), 1e-9)
  }
}
