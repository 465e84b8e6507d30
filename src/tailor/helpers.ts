import type { PhrasingContent, RootContent } from 'mdast'
import type { Statement } from '../editorial/editorial.ts'
import { keyOf } from '../editorial/key.ts'
import { isStale } from '../editorial/standing.ts'
import { noSuch } from '../input/no-such.ts'
import { locales } from '../locale/locales.ts'
import { opens } from '../model/cards.ts'
import { isNamed } from '../model/entities.ts'
import type { Card, Entity, Reference, Section, Study, Table } from '../model/report.ts'
import { everySection } from '../model/sections.ts'
import { formatValue } from '../model/values.ts'
import type { Span } from '../origin/spans.ts'
import type { Flow } from './directives/directive.ts'
import { captionOrigin, exhibitOf, printedCaption } from './directives/table.ts'
import { type Wide, wideOf } from './directives/wide.ts'
import { Inert } from './inert.ts'
import { cellOrigin, linesOrigin } from './origins.ts'
import { isUpdated, markedStatement } from './outdated.ts'
import { quoteBlocks, quoteCell, quoteStatement, quoteText } from './quote.ts'
import { languageOf, type Rendering } from './rendering.ts'
import { columnOf, rowOf, sectionOf, tableOf, valueIn } from './select.ts'
import { tableSource } from './source-line.ts'

/** What a template may ask. Named arguments come in `hash`; names of rows, entities and the like may be inert content. */
export type Helper = (args: unknown[], hash: Record<string, unknown>, rendering: Rendering) => unknown

export const helpers: Record<string, Helper> = {
  cell([table], hash, rendering) {
    const { cell, origin } = cellAt(table, hash, rendering)
    return quoteCell(cell, origin, rendering)
  },

  value([table], hash, rendering) {
    const { cell, origin, where } = cellAt(table, hash, rendering)
    const locale = locales[languageOf(rendering)]
    const value = valueIn(cell, hash.unit === undefined ? undefined : nameOf(hash.unit), where, locale)
    return rendering.pool.text(formatValue(value, locale), origin)
  },

  say([id], hash, rendering) {
    return say(findStatement(nameOf(id), hash.for, rendering), rendering, false)!
  },

  has([id], hash, { editorial }) {
    const wanted = nameOf(id)
    const ids = new Set(editorial.statements.map((statement) => statement.id))
    if (!ids.has(wanted)) throw noSuch(`editorial.yaml has no statement "${wanted}" for anything`, wanted, ids)
    return editorial.statements.some(matches(wanted, hash.for))
  },

  statements([group], hash, rendering) {
    const wanted = nameOf(group)
    const found = rendering.editorial.statements.filter(
      (statement) =>
        statement.group === wanted && (hash.for === undefined || String(statement.for) === nameOf(hash.for)),
    )
    const groups = [...new Set(rendering.editorial.statements.flatMap((statement) => statement.group ?? []))]
    if (!groups.includes(wanted)) throw noSuch(`editorial.yaml has no statements of group "${wanted}"`, wanted, groups)
    return found.flatMap((statement) => say(statement, rendering, true) ?? [])
  },

  cards([type], hash, rendering) {
    const wanted = nameOf(type)
    const types = [...new Set(rendering.report.cards.map((card) => card.type))]
    if (!types.includes(wanted)) throw noSuch(`the report has no cards of type "${wanted}"`, wanted, types)
    const about = hash.about === undefined ? null : nameOf(hash.about)
    return rendering.report.cards
      .filter((card) => card.type === wanted && (about === null || Object.values(card.fields).includes(about)))
      .map((card) => cardView(card, rendering))
  },

  studies: (_, __, rendering) => rendering.report.studies.map((study) => studyView(study, rendering)),

  references: (_, __, rendering) => rendering.report.references.map((reference) => referenceView(reference, rendering)),

  tables([name], hash, rendering) {
    const wide = hash.wide === undefined ? undefined : wideOf(nameOf(hash.wide))
    const { sections, tables } = rendering.report
    const inside = everySection(name === undefined ? sections : [sectionOf(rendering.report, nameOf(name))])
    const titles = new Map([...inside].map(({ id, title }) => [id, title]))
    return tables
      .filter(({ kind, section }) => kind !== 'study' && section !== null && titles.has(section))
      .map((table) => tableView(table, titles.get(table.section!)!, wide, rendering))
  },

  entities([type], _, rendering) {
    return entitiesOf(nameOf(type), rendering).map((entity) => entityView(entity, rendering))
  },

  section([name], hash, rendering) {
    const section = sectionOf(rendering.report, nameOf(name))
    if (hash.only === 'tables') {
      const tables = rendering.report.tables.filter((table) => table.section === section.id && !table.empty)
      return rendering.pool.blocks(tables.flatMap((table) => exhibitOf(table, {}, rendering) as RootContent[]))
    }
    const kinds = { lists: 'list', paragraphs: 'paragraph' } as Record<string, string>
    const only = hash.only === undefined ? undefined : kinds[nameOf(hash.only)]
    if (hash.only !== undefined && !only)
      throw noSuch(`"only" cannot be "${nameOf(hash.only)}"`, nameOf(hash.only), [...Object.keys(kinds), 'tables'])
    const blocks = section.body.filter((block) => !only || block.type === only)
    const picked = hash.first === undefined ? blocks : blocks.slice(0, Number(nameOf(hash.first)))
    return picked.length ? quoteBlocks(picked, rendering) : ''
  },

  passages([name], hash, rendering) {
    const section = sectionOf(rendering.report, nameOf(name))
    const about = hash.about === undefined ? undefined : entityNamed(nameOf(hash.about), rendering)
    const paragraphs = [...everySection([section])]
      .flatMap((inner: Section) => inner.body)
      .filter((block) => block.type === 'paragraph')
    return paragraphs
      .filter((block) => !about || opens(block, [about.name, ...about.aliases]))
      .map((block) => quoteBlocks([block], rendering))
  },

  sentence([text], _, rendering) {
    if (!(text instanceof Inert) || !('inline' in text.content)) return rendering.sentenceCase(nameOf(text))
    const nodes = text.content.inline.map((node) =>
      node.type === 'text' ? { ...node, value: rendering.sentenceCase(node.value) } : node,
    )
    return rendering.pool.inline(nodes)
  },
}

/** A name given as a string, a number, inert content or an entity. */
export function nameOf(value: unknown): string {
  if (value instanceof Inert) return String(value.raw ?? value.text)
  if (value && typeof value === 'object' && 'name' in value) return nameOf(value.name)
  return String(value)
}

export function entityView({ name, type }: Entity, { pool }: Rendering) {
  return { name: pool.text(name), type }
}

export function entitiesOf(type: string, { report }: Rendering): Entity[] {
  const found = report.entities.filter((entity) => entity.type === type)
  if (!found.length)
    throw noSuch(`the report has no entities of type "${type}"`, type, [
      ...new Set(report.entities.map((entity) => entity.type)),
    ])
  return found
}

function entityNamed(name: string, { report }: Rendering): Entity {
  const entity = report.entities.find((candidate) => isNamed(name, [candidate.name, ...candidate.aliases]))
  if (!entity)
    throw noSuch(
      `the report has no entity "${name}"`,
      name,
      report.entities.map((candidate) => candidate.name),
    )
  return entity
}

function cellAt(id: unknown, { row, column }: Record<string, unknown>, { report, file }: Rendering) {
  const table = tableOf(report, nameOf(id))
  const r = row === undefined ? 0 : rowOf(table, nameOf(row), report.entities)
  const c = column === undefined ? 1 : columnOf(table, nameOf(column), report.entities)
  return {
    cell: table.rows[r]![c]!,
    origin: cellOrigin(table, r, c, file),
    where: `${table.id}, "${table.rows[r]![0]!.text}"`,
  }
}

const matches = (id: string, about: unknown) => (statement: Statement) =>
  statement.id === id && (about === undefined ? statement.for === undefined : String(statement.for) === nameOf(about))

function findStatement(id: string, about: unknown, { editorial }: Rendering): Statement {
  const statement = editorial.statements.find(matches(id, about))
  const wanted = keyOf({ id, for: about === undefined ? undefined : nameOf(about) })
  if (!statement) throw noSuch(`editorial.yaml has no statement "${wanted}"`, wanted, editorial.statements.map(keyOf))
  return statement
}

/**
 * A statement in its words. One whose basis was updated is dealt with as the audience wants sentences to be; one that a template asks
 * for by name cannot be left out.
 */
function say(statement: Statement, rendering: Rendering, mayBeLeftOut: boolean): Inert | null {
  const { audience, stale, outdated, report } = rendering
  const isOutdated = isStale(statement) && isUpdated(statement, report)
  const isRefused = isStale(statement) && !isOutdated
  if (isOutdated) outdated.statements.add(statement)
  if (isRefused || (isOutdated && (audience.stale === 'fail' || (audience.stale === 'leave-out' && !mayBeLeftOut))))
    stale.add(statement)
  if (isOutdated && audience.stale === 'leave-out' && mayBeLeftOut) return null
  return quoteStatement(
    isOutdated && audience.stale === 'show' ? markedStatement(statement, rendering) : statement,
    rendering,
  )
}

/**
 * A table to show whole, under its number and caption or else the title of its section. A box is set apart as text; what is
 * a picture has no exhibit.
 */
function tableView(table: Table, title: string, tooWide: Wide | undefined, rendering: Rendering) {
  const { id, caption, captionLine, empty } = table
  const printed = sentence(caption ?? title, captionLine ?? table.lines![0], rendering)
  const named = id ? `${rendering.sentenceCase(id)}: ${printed}` : printed
  const heading = printedCaption(named, table, rendering.file)
  const shown = () =>
    table.kind === 'box' ? boxOf(table, heading, rendering) : exhibitOf(table, { caption: heading, tooWide }, rendering)
  return {
    id: id && rendering.pool.text(id),
    caption: rendering.pool.text(named, captionOrigin(named, table, rendering.file)),
    exhibit: empty ? null : rendering.pool.blocks(shown() as RootContent[]),
  }
}

function boxOf(table: Table, title: PhrasingContent[], rendering: Rendering): Flow[] {
  const children = table.rows.flat().map(({ text, line, spans }): Flow => {
    const { content } = quoteText(text, [line, line], rendering, spans)
    return { type: 'paragraph', children: 'inline' in content ? content.inline : [] }
  })
  return [{ type: 'callout', title, children }, tableSource([table], rendering)]
}

function sentence(text: string, line: number, { corrector, sentenceCase }: Rendering): string {
  return sentenceCase(corrector.text(text, [line, line]))
}

/** A text field as inert content; null where the report has none, or none that may be shown. */
function field(
  value: string | number | null,
  lines: [number, number],
  rendering: Rendering,
  spans?: Span[],
): Inert | null {
  if (value === null || value === '') return null
  if (typeof value === 'number')
    return rendering.pool.text(value, linesOrigin(rendering.file, lines, String(value).length))
  const quoted = quoteText(value, lines, rendering, spans)
  return quoted.text ? quoted : null
}

function cardView(card: Card, rendering: Rendering) {
  const view = (key: string, value: string | number | null) =>
    field(value, card.lines, rendering, card.fieldSpans?.[key])
  const fields = Object.entries(card.fields).map(([key, value]) => [key, view(key, value)])
  return {
    title: view('title', card.title),
    ...Object.fromEntries(fields),
    body: card.body.length ? quoteBlocks(card.body, rendering) : null,
  }
}

function studyView(study: Study, rendering: Rendering) {
  const { lines, fieldLines, fieldSpans, leadIns, authorList, ...fields } = study
  const linesOf = (key: string): [number, number] => (fieldLines[key] ? [fieldLines[key], fieldLines[key]] : lines)
  const view = (key: string, value: unknown): unknown => {
    if (Array.isArray(value))
      return value.flatMap((item, at) => field(item, linesOf(key), rendering, fieldSpans[key]?.[at]) ?? [])
    if (value && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([inner, each]) => [inner, field(each, linesOf(key), rendering)]),
      )
    }
    return field(value as string | number | null, linesOf(key), rendering, fieldSpans[key]?.[0])
  }
  return {
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, view(key, value)])),
    leadIns: Object.fromEntries(
      ['interventions', 'themes', 'expectations', 'results', 'recommendations'].map((key) => [
        key,
        field(leadIns[key] ?? null, linesOf(key), rendering, fieldSpans[`leadIn.${key}`]?.[0]),
      ]),
    ),
    authorList: authorList.map((name) => field(name, linesOf('authors'), rendering)),
  }
}

function referenceView({ authors, year, title, publisher, lines }: Reference, rendering: Rendering) {
  return {
    authors: authors.map((name) => field(name, lines, rendering)),
    year: field(year, lines, rendering),
    title: field(title, lines, rendering),
    publisher: field(publisher, lines, rendering),
  }
}
