import type { Locale } from '../locale/locale.ts'
import { spansOf } from '../origin/spans.ts'
import { emptyText, slice, type Traced, trimmed } from '../origin/traced.ts'
import { authorList } from './authors.ts'
import { cellTexts } from './cell-text.ts'
import { cellsByField } from './fields.ts'
import type { Profile, TableCards } from './profile.ts'
import type { Cell, Study, Table } from './report.ts'
import { parseNumber } from './values.ts'

const listFields = ['interventions', 'themes', 'expectations', 'results', 'recommendations'] as const
const textFields = ['targetGroup', 'geography', 'purpose', 'publisher', 'design'] as const

/** The fields of a study that a profile may name. */
export const studyFields = [
  'title',
  'authors',
  'year',
  ...textFields,
  ...listFields,
  'reliability',
  'transferability',
] as const

type Field = (typeof studyFields)[number]

/** The studies among the tables: each a table of two columns, label and content, as the profile describes it. */
export function findStudies(tables: Table[], profile: Profile, locale: Locale): Study[] {
  const card = profile.cards.study
  if (card?.from !== 'tables') return []
  return tables.filter((table) => table.kind === 'study').map((table, index) => toStudy(table, index, card, locale))
}

function toStudy(table: Table, index: number, card: TableCards, locale: Locale): Study {
  const cells = cellsByField(table, card)
  const text = (field: Field) => cells.get(field)?.text || null
  const printed = text('title') ?? ''
  const number = /\(\s*(\d+)\s*\)\s*$/.exec(printed)
  const title = printed.replace(/\s*\(\s*\d+\s*\)\s*$/, '')
  const authors = authorList(
    cells.has('authors') ? (cellTexts({ ...cells.get('authors')!, items: [] })[0] ?? emptyText) : emptyText,
  )
  const lists = Object.fromEntries(listFields.map((field) => [field, points(cells.get(field))]))
  const texts = ['title', 'authors', 'year', ...textFields, 'reliability', 'transferability'] as const
  const filled = [...cells].filter(([, cell]) => cell.text || cell.items)
  return {
    number: number ? Number(number[1]) : index + 1,
    title,
    authors: text('authors') ?? '',
    authorList: authors.map((name) => name.text),
    year: cells.get('year')?.values?.[0]?.value ?? null,
    ...(Object.fromEntries(textFields.map((field) => [field, text(field)])) as Pick<
      Study,
      (typeof textFields)[number]
    >),
    ...(Object.fromEntries(listFields.map((field) => [field, lists[field]!.points.map(({ text }) => text)])) as Pick<
      Study,
      (typeof listFields)[number]
    >),
    leadIns: Object.fromEntries(
      listFields.flatMap((field) => (lists[field]!.leadIn ? [[field, lists[field]!.leadIn.text]] : [])),
    ),
    reliability: score(text('reliability'), locale),
    transferability: score(text('transferability'), locale),
    lines: table.lines!,
    fieldLines: Object.fromEntries(filled.map(([field, cell]) => [field, cell.line])),
    fieldSpans: Object.fromEntries([
      ...texts.flatMap((field) => (text(field) ? [[field, [cells.get(field)!.spans ?? []]]] : [])),
      ...(authors.length ? [['authorList', authors.map(({ origin }) => spansOf(origin))]] : []),
      ...listFields.flatMap((field) => {
        const { points, leadIn } = lists[field]!
        return [
          ...(points.length ? [[field, points.map(({ origin }) => spansOf(origin))]] : []),
          ...(leadIn ? [[`leadIn.${field}`, [spansOf(leadIn.origin)]]] : []),
        ]
      }),
    ]),
  }
}

/** A cell as points: its list, or its prose cut before each mark "1)", "a)". Words that lead up to them stand apart. */
function points(cell: Cell | undefined): { points: Traced[]; leadIn: Traced | null } {
  if (!cell) return { points: [], leadIn: null }
  const texts = cellTexts(cell)
  const leads = ({ text }: Traced) => text.endsWith(':')
  if (cell.items) {
    const [first, ...items] = texts
    return cell.text && first && leads(first) ? { points: items, leadIn: first } : { points: texts, leadIn: null }
  }
  const [own = emptyText] = texts
  const [before = emptyText, ...marked] = cutAtMarks(own)
  if (!marked.length) return { points: own.text ? [own] : [], leadIn: null }
  return {
    points: [...(before.text && !leads(before) ? [before] : []), ...marked],
    leadIn: leads(before) ? before : null,
  }
}

/**
 * A text cut before each of its marks, which come in order: "1)", "2)" or "a)", "b)". A mark out of order is a mention
 * ("for both a) and b)") and cuts nothing.
 */
function cutAtMarks(written: Traced): Traced[] {
  const cuts: number[] = []
  let next: string | null = null
  for (const match of written.text.matchAll(/(?<=^|\s)(\d|[a-z])\)(?=\s)/gu)) {
    const mark = match[1]!
    if (next === null ? mark !== '1' && mark !== 'a' : mark !== next) continue
    cuts.push(match.index)
    next = String.fromCodePoint(mark.codePointAt(0)! + 1)
  }
  return [0, ...cuts].map((cut, index) => trimmed(slice(written, cut, cuts[index])))
}

/** "5 (Large sample)", "3 - Few took part" and "3-4" as a score with its reason. */
function score(text: string | null, locale: Locale): Study['reliability'] {
  const match = /^(\d+)(?:\s*[-–]\s*(\d+))?\s*(.*)$/su.exec(text ?? '')
  if (!match) return null
  const min = parseNumber(match[1]!, locale)
  const note = match[3]!.replace(/^[-–]\s*/, '')
  const bracketed = /^\((.*)\)\.?$/su.exec(note)
  return { min, max: match[2] ? parseNumber(match[2], locale) : min, note: (bracketed?.[1] ?? note) || null }
}
