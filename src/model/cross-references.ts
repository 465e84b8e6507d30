import type { Locale } from '../locale/locale.ts'
import type { Captions } from './captions.ts'
import type { Card, CrossReference, Section, Table } from './report.ts'
import { findSection } from './sections.ts'
import { escapeRegExp, fold, writtenLines } from './text.ts'

interface Known {
  sections: Section[]
  tables: Table[]
  cards: Card[]
}

/** "jf. tabel 5.1", "se afsnit 5.8" and their kin in the text of the file, with whether the target exists. */
export function findCrossReferences(text: string, known: Known, captions: Captions, locale: Locale): CrossReference[] {
  const found: CrossReference[] = []
  const captionLines = new Set(known.tables.map((table) => table.captionLine))
  const headings = new Set(allLines(known.sections))
  writtenLines(text).forEach((written, index) => {
    const line = index + 1
    if (captionLines.has(line) || headings.has(line)) return
    for (const { kind, words, target } of kinds(captions, locale)) {
      for (const match of written.matchAll(pattern(words, target))) {
        const name = [match[2], match[3]].filter(Boolean).join('-')
        found.push({ text: match[0].trim(), line, targetKind: kind, ...resolve(kind, match[1]!, name, known) })
      }
    }
  })
  return found.sort((a, b) => a.line - b.line)
}

type Kind = CrossReference['targetKind']

function kinds(captions: Captions, locale: Locale): { kind: Kind; words: string[]; target: string }[] {
  return [
    {
      kind: 'section',
      words: locale.section,
      target: '\\(?(\\d+(?:\\.\\d+)+)(?:\\s*[–-]\\s*(\\d+(?:\\.\\d+)+))?',
    },
    { kind: 'table', words: captions.table, target: '(\\d+(?:\\.\\d+)*)' },
    { kind: 'figure', words: captions.figure, target: '(\\d+(?:\\.\\d+)*)' },
    { kind: 'appendix', words: locale.appendix, target: '(\\d+)' },
    { kind: 'recommendation', words: locale.recommendation, target: '#\\s?(\\d+)' },
  ]
}

function pattern(words: string[], target: string): RegExp {
  return new RegExp(`(?<![\\p{L}])(${words.map(escapeRegExp).join('|')})\\s+${target}`, 'giu')
}

function resolve(
  kind: Kind,
  word: string,
  name: string,
  { sections, tables, cards }: Known,
): Pick<CrossReference, 'target' | 'resolves'> {
  switch (kind) {
    case 'table':
    case 'figure': {
      const id = `${word.toUpperCase()} ${name}`
      const table = tables.find((candidate) => candidate.id && fold(candidate.id) === fold(id))
      return { target: table?.id ?? id, resolves: table !== undefined }
    }
    case 'appendix': {
      const target = `${word[0]!.toUpperCase()}${word.slice(1).toLowerCase()} ${name}`
      return { target, resolves: findSection(sections, target) !== undefined }
    }
    case 'recommendation':
      return {
        target: name,
        resolves: cards.some((card) => card.type === 'recommendation' && String(card.fields.number) === name),
      }
    default:
      return { target: name, resolves: name.split('-').every((number) => findSection(sections, number)) }
  }
}

function allLines(sections: Section[]): number[] {
  return sections.flatMap((section) => [section.line, ...allLines(section.children)])
}
