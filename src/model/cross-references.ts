import type { Locale } from '../locale/locale.ts'
import { captionNumber, numberEnd, numberSign } from '../read/caption-number.ts'
import type { Captions } from './captions.ts'
import type { Card, CrossReference, Section, Table } from './report.ts'
import { everySection } from './sections.ts'
import { escapeRegExp, fold, writtenLines } from './text.ts'

interface Known {
  sections: Section[]
  tables: Table[]
  cards: Card[]
}

type Kind = CrossReference['targetKind']

/** "jf. tabel 5.1", "se afsnit 5.8" and their kin in the text of the file, with whether the target exists. */
export function findCrossReferences(text: string, known: Known, captions: Captions, locale: Locale): CrossReference[] {
  const sections = [...everySection(known.sections)]
  const skipped = new Set<number | null>([
    ...known.tables.map((table) => table.captionLine),
    ...sections.map((section) => section.line),
  ])
  const numbers = new Set(sections.flatMap(({ number }) => (number ? [fold(number)] : [])))
  const ids = new Map(known.tables.flatMap((table) => (table.id ? [[fold(table.id), table]] : [])))
  const patterns = kinds(captions, locale)
  const found: CrossReference[] = []
  writtenLines(text).forEach((written, index) => {
    if (skipped.has(index + 1)) return
    for (const { kind, words, pattern } of patterns) {
      for (const match of written.matchAll(pattern)) {
        const whole = [match[2], match[3]].filter(Boolean).join('-')
        const name = kind === 'table' || kind === 'figure' ? nameAmong(words, match[1]!, whole) : whole
        if (name === null) continue
        const reference = {
          text: match[0].slice(0, match[0].length - (whole.length - name.length)).trim(),
          line: index + 1,
          column: match.index + 1,
          targetKind: kind,
          ...resolve(kind, words, match[1]!, name),
        }
        // "chapter 14" may be one of a law: a plain number is a reference where there is such a section
        if (kind !== 'section' || reference.resolves || name.includes('.')) found.push(reference)
      }
    }
  })
  return found

  /** The number of a table as written, or, where there is no such table, what begins it: "Table 1-3" may be a range. */
  function nameAmong(words: string[], word: string, written: string): string | null {
    const isKnown = [word, ...words].some((label) => ids.has(fold(`${label} ${written}`)))
    if (isKnown) return written
    return /^\d+(?:\.\d+)*/.exec(written)?.[0] ?? (/^\p{Lu}.*\d/u.test(written) ? written : null)
  }

  function resolve(
    kind: Kind,
    words: string[],
    word: string,
    name: string,
  ): Pick<CrossReference, 'target' | 'resolves'> {
    switch (kind) {
      case 'table':
      case 'figure': {
        const candidates = [word, ...words].map((label) => ids.get(fold(`${label} ${name}`)))
        const table = candidates.find((candidate) => candidate !== undefined)
        return { target: table?.id ?? `${word.toUpperCase()} ${name}`, resolves: table !== undefined }
      }
      case 'appendix': {
        const target = `${word[0]!.toUpperCase()}${word.slice(1).toLowerCase()} ${name}`
        return { target, resolves: words.some((label) => numbers.has(fold(`${label} ${name}`))) }
      }
      case 'recommendation':
        return {
          target: name,
          resolves: known.cards.some((card) => card.type === 'recommendation' && String(card.fields.number) === name),
        }
      default:
        return { target: name, resolves: name.split('-').every((number) => numbers.has(fold(number))) }
    }
  }
}

function kinds(captions: Captions, locale: Locale): { kind: Kind; words: string[]; pattern: RegExp }[] {
  const kind = (kind: Kind, words: string[], target: string) => ({
    kind,
    words,
    pattern: new RegExp(`(?<![\\p{L}])(${words.map(escapeRegExp).join('|')})\\s+${target}`, 'giu'),
  })
  const number = '\\d+(?:\\.\\d+)*'
  return [
    kind('section', locale.section, `\\(?(${number})(?:\\s*[–-]\\s*(\\d+(?:\\.\\d+)+))?`),
    kind('table', captions.table, `${numberSign}(${captionNumber})${numberEnd}`),
    kind('figure', captions.figure, `${numberSign}(${captionNumber})${numberEnd}`),
    kind('appendix', locale.appendix, '(\\d+|[A-Z](?![\\p{L}\\d]))'),
    kind('recommendation', locale.recommendation, '#\\s?(\\d+)'),
  ]
}
