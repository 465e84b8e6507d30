import type { Root } from 'mdast'
import type { Profile } from '../profile.ts'
import type { Table } from '../report.ts'
import { fold, foldSpace, names } from '../text.ts'
import { type Casing, casings } from './capitals.ts'
import { commonest } from './captions.ts'
import { atLines, type Found, freeKey, keyOf, quoted } from './found.ts'
import type { InferWords } from './words.ts'

type Entities = Profile['entities']

/** A label of rows or columns, wherever it stands in tables. */
interface Label {
  printed: string[]
  /** Table by table, where it stands: in the first column, under its head, or among the heads. */
  places: { table: number; among: 'rows' | 'columns'; head: string; line: number }[]
}

/** A name with the labels that are that name and something more, always the same. */
interface Name {
  name: string
  aliases: string[]
  places: Label['places']
}

const most = 60

/**
 * What a report is about: names that label rows or columns of two tables or more, side by side with another such name, and
 * that sentences write with a capital. A label that is a name and something more is an alias, where two names have that more.
 *
 * @param tables without those that are filled-in forms
 */
export function inferEntities(tables: Table[], tree: Root, words: InferWords): Found<Entities> {
  const casing = casings(tree)
  const labels = labelsOf(tables, words)
  const found = namesOf(labels, casing).filter(({ places }) => tablesOf(places).size >= 2)
  const groups = together(found).filter(
    (group) => group.length >= 2 && group.filter(({ name }) => isWritten(name, casing)).length > group.length / 2,
  )
  const value: Entities = {}
  const said: string[] = []
  for (const group of groups.sort((a, b) => b.length - a.length)) {
    const type = freeKey(typeOf(group), value)
    value[type] = group.slice(0, most).map(({ name, aliases }) => ({ name, ...(aliases.length ? { aliases } : {}) }))
    const places = group.flatMap((name) => name.places)
    const all = group.map(({ name }) => quoted(name)).join(', ')
    said.push(
      `${type}: ${all} label rows or columns of ${tablesOf(places).size} tables, ${atLines(places.map(({ line }) => line))}.`,
    )
  }
  return { value, said }
}

function labelsOf(tables: Table[], words: InferWords): Map<string, Label> {
  const labels = new Map<string, Label>()
  const add = (printed: string, place: Label['places'][number]) => {
    if (!isLabel(printed, words)) return
    const label = labels.get(fold(printed)) ?? { printed: [], places: [] }
    label.printed.push(foldSpace(printed))
    label.places.push(place)
    labels.set(fold(printed), label)
  }
  tables.forEach(({ header, rows, lines }, table) => {
    for (const [cell] of rows)
      if (cell) add(cell.text, { table, among: 'rows', head: header?.[0] ?? '', line: cell.line })
    for (const text of header?.slice(1) ?? []) add(text, { table, among: 'columns', head: '', line: lines![0] })
  })
  return labels
}

/** Short, begins with a capital, holds no digit and no word for sums and rests. */
function isLabel(text: string, words: InferWords): boolean {
  return (
    /^\p{Lu}\p{L}/u.test(text) &&
    !/[\d.:;?!%]/.test(text) &&
    text.length <= 40 &&
    text.split(' ').length <= 4 &&
    !words.generic.some((word) => names(text, word))
  )
}

/** Labels as names. Inside a sentence a name has a capital; a word that is mostly small there is none. */
function namesOf(labels: Map<string, Label>, casing: Map<string, Casing>): Name[] {
  const affixes = affixesOf(labels)
  return [...labels]
    .filter(([key]) => !affixes.has(key))
    .map(([key, label]) => {
      const others = [...affixes].flatMap(([other, base]) => (base === key ? [labels.get(other)!] : []))
      return {
        name: commonest(label.printed),
        aliases: others.map(({ printed }) => commonest(printed)),
        places: [label, ...others].flatMap(({ places }) => places),
      }
    })
    .filter(({ name }) => !isSmall(name, casing))
}

/** The labels that hold one other label and the same rest as labels of another name do, with the label they hold. */
function affixesOf(labels: Map<string, Label>): Map<string, string> {
  const keys = [...labels.keys()]
  const held = keys.flatMap((key) => {
    const inside = keys.filter((other) => other !== key && key.includes(other) && names(key, other))
    return inside.length === 1 ? [{ key, base: inside[0]!, rest: key.replace(inside[0]!, '…') }] : []
  })
  const bases = (rest: string) => new Set(held.filter((other) => other.rest === rest).map(({ base }) => base))
  return new Map(held.filter(({ rest }) => bases(rest).size >= 2).map(({ key, base }) => [key, base]))
}

const casingOf = (name: string, casing: Map<string, Casing>) => casing.get(/^\p{L}+/u.exec(name)![0].toLowerCase())

const isSmall = (name: string, casing: Map<string, Casing>) => {
  const { capital, small } = casingOf(name, casing) ?? { capital: 0, small: 0 }
  return small > 0 && small >= capital / 2
}

const isWritten = (name: string, casing: Map<string, Casing>) => (casingOf(name, casing)?.capital ?? 0) > 0

const tablesOf = (places: Label['places']) => new Set(places.map(({ table }) => table))

/** Names that stand side by side in two tables belong together. */
function together(all: Name[]): Name[][] {
  const groups: Name[][] = []
  for (const name of all) {
    const near = groups.filter((group) => group.some((other) => sharedTables(name, other) >= 2))
    for (const group of near) groups.splice(groups.indexOf(group), 1)
    groups.push([...near.flat(), name])
  }
  const firstLine = ({ places }: Name) => Math.min(...places.map(({ line }) => line))
  return groups.map((group) => group.sort((a, b) => firstLine(a) - firstLine(b)))
}

function sharedTables(a: Name, b: Name): number {
  const sideOf = ({ table, among }: Label['places'][number]) => `${table} ${among}`
  const sides = new Set(b.places.map(sideOf))
  return tablesOf(a.places.filter((place) => sides.has(sideOf(place)))).size
}

/** The head of the column that the names stand in, where most of those columns have one; else `entity`. */
function typeOf(group: Name[]): string {
  const heads = group.flatMap(({ places }) => places.map(({ head }) => head)).filter(Boolean)
  return (heads.length && keyOf(commonest(heads))) || 'entity'
}
