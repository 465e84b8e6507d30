import type { RootContent, Table as TableNode } from 'mdast'
import { widthOf } from '../../read/blocks.ts'
import type { TableCards } from '../profile.ts'
import type { Table } from '../report.ts'
import { studyFields } from '../studies.ts'
import { fold, plainText } from '../text.ts'
import { commonest } from './captions.ts'
import { atLines, cardType, type Found, keyOf, quoted } from './found.ts'
import type { InferWords } from './words.ts'

type Field = (typeof studyFields)[number]

/** Tables that are filled-in copies of one form. */
interface Form {
  firstCell: string
  tables: TableNode[]
  /** The labels of most copies that have content in some, as printed. */
  labels: string[]
}

export interface FoundTableCards extends Found<Record<string, TableCards>> {
  /** The first lines of the tables that are copies of a form; they are no tables of figures. */
  lines: number[]
}

/**
 * The cards that stand as tables of label and content, one form filled in again and again. The form that has most fields of a
 * study is taken for one, if those are half of its labels; of any other the labels are the fields.
 *
 * @param others cards that were found elsewhere, whose types are taken
 */
export function inferTableCards(
  blocks: RootContent[],
  tables: Table[],
  words: InferWords,
  others: object,
): FoundTableCards {
  const bare = new Set(tables.filter((table) => table.captionLine === null).map((table) => table.lines?.[0]))
  const nodes = blocks.filter(
    (block): block is TableNode => block.type === 'table' && bare.has(block.position!.start.line) && isNarrow(block),
  )
  const forms = formsOf(nodes)
    .map((form) => ({ ...form, fields: fieldsOf(form.labels, words) }))
    .sort((a, b) => b.tables.length - a.tables.length)
  const study = forms.find(({ fields, labels }) => Object.keys(fields).length >= Math.max(2, labels.length / 2))
  const value: Record<string, TableCards> = {}
  for (const form of forms) {
    const fields = form === study ? form.fields : ownFields(form.labels)
    if (isText(form))
      value[form === study ? 'study' : cardType(keyOf(form.firstCell), { ...others, ...value })] = {
        from: 'tables',
        firstCell: form.firstCell,
        fields,
      }
  }
  const cards = forms.filter(isText)
  const lines = cards.flatMap((form) => form.tables.map((table) => table.position!.start.line))
  return { value, said: cards.map((form) => describe(form, form === study)), lines }
}

/** Does the second column mostly hold words? One of figures is a table like any other. */
function isText({ tables }: Form): boolean {
  const cells = tables.flatMap((table) => table.children.map((row) => plainText(row.children[1] ?? []))).filter(Boolean)
  return cells.filter((cell) => /\p{L}{3}/u.test(cell)).length > cells.length / 2
}

function ownFields(labels: string[]): Record<string, string> {
  return Object.fromEntries(labels.map((label) => [keyOf(label) ?? label, label]))
}

const isNarrow = (table: TableNode) => widthOf(table) === 2 && table.children.length >= 3

const labelOf = (text: string) => text.replace(/\s*\([^)]*\)\s*$/, '')

function formsOf(nodes: TableNode[]): Form[] {
  const groups = new Map<string, TableNode[]>()
  for (const node of nodes) {
    const first = fold(plainText(node.children[0]!.children[0] ?? []))
    if (first) groups.set(first, [...(groups.get(first) ?? []), node])
  }
  return [...groups.values()].flatMap((tables) => {
    if (tables.length < 2) return []
    const labels = sharedLabels(tables)
    const firstCell = commonest(tables.map((table) => plainText(table.children[0]!.children[0]!)))
    return labels.length >= 3 ? [{ firstCell, tables, labels }] : []
  })
}

/** The first cells of rows that stand in two copies and in half of them at least, in the order of the first copy. */
function sharedLabels(tables: TableNode[]): string[] {
  const rows = new Map<string, { printed: string[]; filled: boolean }>()
  for (const table of tables) {
    for (const row of table.children) {
      const label = labelOf(plainText(row.children[0] ?? []))
      if (!/\p{L}{3}/u.test(label)) continue
      const known = rows.get(fold(label)) ?? { printed: [], filled: false }
      known.printed.push(label)
      known.filled ||= plainText(row.children[1] ?? []) !== ''
      rows.set(fold(label), known)
    }
  }
  return [...rows.values()]
    .filter(({ printed, filled }) => filled && printed.length >= Math.max(2, tables.length / 2))
    .map(({ printed }) => commonest(printed))
}

/** Each field with the label that fits it best; a label is of one field. */
function fieldsOf(labels: string[], words: InferWords): Partial<Record<Field, string>> & Record<string, string> {
  const fits = studyFields.flatMap((field) =>
    labels.map((label) => ({ field, label, fit: fitOf(fold(label), words.study[field] ?? []) })),
  )
  const chosen = new Map<Field, string>()
  const taken = new Set<string>()
  for (const { field, label, fit } of fits.sort((a, b) => b.fit - a.fit)) {
    if (fit === 0 || chosen.has(field) || taken.has(label)) continue
    chosen.set(field, label)
    taken.add(label)
  }
  return Object.fromEntries(studyFields.flatMap((field) => (chosen.has(field) ? [[field, chosen.get(field)!]] : [])))
}

/** 4 where the label is the word, 3 where it begins with it, 2 where one of its words does, 1 where it holds it. */
function fitOf(label: string, words: string[]): number {
  return Math.max(
    0,
    ...words.map((word) => {
      if (label === word) return 4
      if (word.length < 5) return label.split(/[^\p{L}]+/u).includes(word) ? 2 : 0
      if (label.startsWith(word)) return 3
      if (new RegExp(`(?<!\\p{L})${word}`, 'u').test(label)) return 2
      return label.includes(word) ? 1 : 0
    }),
  )
}

function describe(form: Form & { fields: Record<string, string> }, isStudy: boolean): string {
  const { firstCell, tables, labels, fields } = form
  const where = `${tables.length} tables begin with ${quoted(firstCell)} and share ${labels.length} labels, ${atLines(tables.map((table) => table.position!.start.line))}`
  if (!isStudy) return `${where}: the labels are the fields.`
  const mapped = new Set(Object.values(fields))
  const left = labels.filter((label) => !mapped.has(label))
  const rest = left.length
    ? ` Labels that no field was found for: ${left.map((label) => quoted(label)).join(', ')}.`
    : ''
  return `${where}. Fields: ${studyFields.join(', ')}.${rest}`
}
