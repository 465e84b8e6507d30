import type { Locale } from '../locale/locale.ts'
import { authorList } from './authors.ts'
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
  const lists = Object.fromEntries(listFields.map((field) => [field, points(cells.get(field))]))
  const filled = [...cells].filter(([, cell]) => cell.text || cell.items)
  return {
    number: number ? Number(number[1]) : index + 1,
    title: printed.replace(/\s*\(\s*\d+\s*\)\s*$/, ''),
    authors: text('authors') ?? '',
    authorList: authorList(text('authors') ?? ''),
    year: cells.get('year')?.values?.[0]?.value ?? null,
    ...(Object.fromEntries(textFields.map((field) => [field, text(field)])) as Pick<
      Study,
      (typeof textFields)[number]
    >),
    ...(Object.fromEntries(listFields.map((field) => [field, lists[field]!.points])) as Pick<
      Study,
      (typeof listFields)[number]
    >),
    leadIns: Object.fromEntries(
      listFields.flatMap((field) => (lists[field]!.leadIn ? [[field, lists[field]!.leadIn]] : [])),
    ),
    reliability: score(text('reliability'), locale),
    transferability: score(text('transferability'), locale),
    lines: table.lines!,
    fieldLines: Object.fromEntries(filled.map(([field, cell]) => [field, cell.line])),
  }
}

/** A cell as points: its list, or its prose cut before each mark "1)", "a)". Words that lead up to them stand apart. */
function points(cell: Cell | undefined): { points: string[]; leadIn: string | null } {
  if (!cell) return { points: [], leadIn: null }
  if (cell.items) {
    const leads = cell.text.endsWith(':')
    return { points: [...(cell.text && !leads ? [cell.text] : []), ...cell.items], leadIn: leads ? cell.text : null }
  }
  const [before, ...marked] = cutAtMarks(cell.text)
  if (!marked.length) return { points: cell.text ? [cell.text] : [], leadIn: null }
  const leads = before?.endsWith(':')
  return { points: [...(before && !leads ? [before] : []), ...marked], leadIn: leads ? before! : null }
}

/**
 * A text cut before each of its marks, which come in order: "1)", "2)" or "a)", "b)". A mark out of order is a mention
 * ("for both a) and b)") and cuts nothing.
 */
function cutAtMarks(text: string): string[] {
  const cuts: number[] = []
  let next: string | null = null
  for (const match of text.matchAll(/(?<=^|\s)(\d|[a-z])\)(?=\s)/gu)) {
    const mark = match[1]!
    if (next === null ? mark !== '1' && mark !== 'a' : mark !== next) continue
    cuts.push(match.index)
    next = String.fromCodePoint(mark.codePointAt(0)! + 1)
  }
  return [0, ...cuts].map((cut, index) => text.slice(cut, cuts[index]).trim())
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
