import type { Entity, Report } from '../../model/report.ts'
import { fold, holdsName } from '../../model/text.ts'
import type { Passage } from './passages.ts'
import { dividedAt, type Sentence } from './sentences.ts'

/** Which entity a sentence is about: the one it names, else that of the sentence before, else that of the paragraph before. */
export class Topics {
  readonly #names: { entity: Entity; names: string[] }[]
  /** What each passage goes on with from the one before. */
  readonly #carried = new Map<Passage, Entity | null>()

  constructor({ entities }: Report, passages: Passage[]) {
    this.#names = entities.map((entity) => ({ entity, names: [entity.name, ...entity.aliases].map(fold) }))
    let before: Entity | null = null
    let section: Passage['section'] = null
    for (const passage of passages) {
      if (passage.section !== section || passage.isHeading) before = null
      section = passage.section
      this.#carried.set(passage, before)
      before = this.#last(passage.text) ?? before
    }
  }

  /** The entities that a text names, in the order of the report's. */
  named(text: string): Entity[] {
    const folded = fold(text)
    return this.#names.filter(({ names }) => names.some((name) => holdsName(folded, name))).map(({ entity }) => entity)
  }

  /** The one entity a sentence is about; null where it names several or nothing leads to one. */
  of({ text, passage, at }: Sentence): Entity | null {
    const named = this.named(text)
    if (named.length > 1) return null
    return named[0] ?? this.#last(passage.text.slice(0, at)) ?? this.#carried.get(passage) ?? null
  }

  /** What the last sentence of a text that names an entity is about. */
  #last(text: string): Entity | null {
    const naming = dividedAt(text).findLast((sentence) => this.named(sentence).length)
    return naming === undefined ? null : this.#first(naming)
  }

  /** The first entity that a text names, unless a list of others goes on from it: "Northport, Southport and Easton". */
  #first(text: string): Entity | null {
    const folded = fold(text)
    const places = this.#names
      .flatMap(({ entity, names }) =>
        names.map((name) => ({ entity, at: placeOf(folded, name), end: placeOf(folded, name) + name.length })),
      )
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.end - a.end)
    const [first] = places
    if (!first) return null
    const next = places.find(({ entity, at }) => entity !== first.entity && at >= first.end)
    const isListed = next && /^\s*(?:,|&|\p{L}{1,4}\s)\s*(?:\p{L}+\s)?$/u.test(folded.slice(first.end, next.at))
    return isListed ? null : first.entity
  }
}

const placeOf = (text: string, name: string) => (holdsName(text, name) ? text.indexOf(name) : -1)
