import type { Root, RootContent } from 'mdast'
import type { Locale } from '../../locale/locale.ts'
import type { Operation } from '../../origin/operations.ts'
import { spansOf } from '../../origin/spans.ts'
import { placeAt, slice } from '../../origin/traced.ts'
import { type Captions, captionOf } from '../captions.ts'
import type { Claim, CrossReference, Entity, Section, Table } from '../report.ts'
import { averageOf } from './averages.ts'
import { changeOf } from './changes.ts'
import { type Context, contextOf, type References } from './context.ts'
import { contradictedBy } from './contradictions.ts'
import { countOf } from './counts.ts'
import { derivedBy } from './derived.ts'
import { type CellNumber, type Grid, gridsOf } from './grid.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import { entityFinder, type ReadPassage } from './naming.ts'
import { type Passage, passagesIn } from './prose.ts'
import { repeatsOf } from './repeats.ts'
import { additionOf, sumOf } from './sums.ts'
import { wordsOf } from './words.ts'

export interface ClaimSources {
  tree: Root
  sectionOf: Map<RootContent, Section>
  tables: Table[]
  entities: Entity[]
  crossReferences: CrossReference[]
  captions: Captions
  locale: Locale
  /** Sections that tell nothing of the tables. */
  skip: (section: Section | null) => boolean
}

/** The numbers of the text that repeat a table's or follow from them, each with its cells, in the order of the report. */
export function findClaims(sources: ClaimSources): Claim[] {
  const { locale, entities } = sources
  const { passages, grids } = placed(sources)
  if (!grids.length) return []
  const numbers = grids.flatMap((grid) => grid.numbers).sort((a, b) => a.value - b.value)
  const references = referencesByLine(sources.crossReferences)
  const contexts = readPassages(passages, entities, locale).flatMap((passage) =>
    passage.mentions.map((mention) => contextOf(passage, mention, grids, references, locale)),
  )
  const told = contexts.map((context) => ({ context, claims: toldBy(context, grids, numbers) }))
  const agreeing = told.flatMap(({ claims }) => claims)
  return told.flatMap(({ context, claims }) => {
    if (claims.length) return claims
    const [cell, ...others] = contradictedBy(context, grids, agreeing)
    return cell ? [claimOf(context, cell.grid, { ...repeating(cell, others), agrees: false })] : []
  })
}

/** What a number in the text is told to be: a cell's, a count of rows, or what follows from several cells. */
function toldBy(context: Context, grids: Grid[], numbers: CellNumber[]): Claim[] {
  const repeats = repeatsOf(context, numbers)
  if (repeats.length) {
    return repeats.map(({ number, others }) =>
      claimOf(context, number.grid, { ...repeating(number, others), agrees: true }),
    )
  }
  const count = countOf(context, grids)
  if (count) {
    const { grid, alsoIn } = count
    return [claimOf(context, grid, { ...following('count', []), alsoIn, row: null, column: null, agrees: true })]
  }
  const derivation = additionOf(context, numbers) ?? sumOf(context, grids) ?? averageOf(context) ?? changeOf(context)
  if (!derivation) return []
  const { numbers: from, row, column, operation, inputs = from, beside } = derivation
  const cells = from.map(({ row, column }): [number, number] => [row, column])
  const told = { ...following(operation, inputs), cells, ...(beside ? { beside } : {}) }
  return [claimOf(context, from[0]!.grid, { ...told, alsoIn: [], row, column, agrees: true })]
}

/** The number of a cell, which other tables have too. */
function repeating(number: CellNumber, others: CellNumber[]): Omit<Told, 'agrees'> {
  const { grid, row, column } = number
  const alsoAt = others.map(({ grid, row, column, index }) => ({ table: grid.name, row, column, number: index }))
  return {
    ...following('same', [number]),
    alsoIn: others.map(({ grid }) => grid.name),
    ...(alsoAt.length ? { alsoAt } : {}),
    row: grid.rows[row]!.text || null,
    column: grid.columns[column]!.text || null,
  }
}

function following(
  operation: Operation,
  numbers: CellNumber[],
): Pick<Claim, 'operation' | 'derived' | 'inputs' | 'cells'> {
  return {
    operation,
    derived: derivedBy[operation],
    inputs: numbers.map(({ row, column, index }) => [row, column, index]),
    cells: numbers.map(({ row, column }) => [row, column]),
  }
}

type Told = Pick<
  Claim,
  'alsoIn' | 'alsoAt' | 'row' | 'column' | 'cells' | 'derived' | 'operation' | 'inputs' | 'beside' | 'agrees'
>

function claimOf({ passage, mention, sentence }: Context, grid: Grid, told: Told): Claim {
  const { value, max, at, end, unit, nouns, isWord, approximation } = mention
  const said = slice(passage, sentence.from, sentence.to)
  const [from, to] = [at - sentence.from, end - sentence.from]
  const line = passage.lineAt(at)
  return {
    line,
    place: { line, column: placeAt(passage, at)?.column ?? 1 },
    quote: quoted(said.text, from),
    sentence: said.text,
    spans: spansOf(said.origin),
    said: [from, to],
    form: formOf(mention),
    value,
    ...(max === undefined ? {} : { max }),
    unit: isWord ? (nouns[0] ?? null) : unit,
    table: grid.name,
    approximation,
    ...told,
  }
}

function formOf({ factor, isWord, isYear }: Mention): Claim['form'] {
  return factor ?? (isWord ? 'word' : isYear ? 'year' : 'figures')
}

/** A few words before and after a number. */
export function quoted(sentence: string, at: number): string {
  const before = /(?:\S+\s+){0,6}\S*$/.exec(sentence.slice(0, at))![0]
  const after = /^\S+(?:\s+\S+){0,5}/.exec(sentence.slice(at))?.[0] ?? ''
  return before + after
}

/** The passages and tables of a report, each with its place. */
function placed({ tree, sectionOf, captions, skip, tables, entities, locale }: ClaimSources) {
  const orders = new Map<number, number>()
  const passages = tree.children.flatMap((block, order) => {
    orders.set(block.position!.start.line, order)
    const section = sectionOf.get(block) ?? null
    return skip(section) || captionOf(block, captions) ? [] : passagesIn(block, section, order, locale)
  })
  const orderOf = ({ lines, captionLine }: Table) => orders.get(lines?.[0] ?? captionLine ?? 0) ?? 0
  const grids = gridsOf(
    tables.map((table) => ({ table, order: orderOf(table) })),
    entities,
    locale,
  )
  return { passages, grids }
}

function readPassages(passages: Passage[], entities: Entity[], locale: Locale): ReadPassage[] {
  const find = entityFinder(entities)
  let [section, topic]: [Section | null, number[]] = [null, []]
  return passages.map((passage) => {
    if (passage.section !== section) [section, topic] = [passage.section, []]
    const entities = find(passage.text)
    const mentions = mentionsIn(passage.text, locale)
    const words = mentions.length ? wordsOf(passage.text, locale) : []
    const contents = passage.sentences.map(({ from, to }) =>
      words.filter(({ at, isSmall }) => at >= from && at < to && !isSmall),
    )
    const read = { ...passage, words, contents, mentions, entities, topic, found: new Map() }
    if (entities[0]) topic = [entities[0].entity]
    return read
  })
}

function referencesByLine(crossReferences: CrossReference[]): References {
  const references: References = new Map()
  for (const reference of crossReferences) {
    if (reference.targetKind !== 'table' && reference.targetKind !== 'figure') continue
    references.set(reference.line, [...(references.get(reference.line) ?? []), reference])
  }
  return references
}
