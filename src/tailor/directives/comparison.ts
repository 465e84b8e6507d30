import type { List, TableCell } from 'mdast'
import { noSuch } from '../../input/no-such.ts'
import { Problem } from '../../input/problem.ts'
import { locales } from '../../locale/locales.ts'
import { isNamed } from '../../model/entities.ts'
import type { Entity, Table } from '../../model/report.ts'
import { plainText } from '../../model/text.ts'
import { formatValue } from '../../model/values.ts'
import { stretched } from '../../origin/stretched.ts'
import { entitiesOf } from '../helpers.ts'
import { cellOrigin } from '../origins.ts'
import { languageOf, type Rendering } from '../rendering.ts'
import { columnOf, rowOf, tableOf, valueIn } from '../select.ts'
import { tableSource } from '../source-line.ts'
import { type Directive, placed, titleOf } from './directive.ts'
import { exhibit, highlightOf, missingCell, quoteCellNode, textCell } from './exhibit.ts'

/** `:::comparison{of="<entity type>"}`: a row for each entity, a column for each `- heading: table / row or column / unit`. */
export const comparison: Directive = {
  form: 'container',
  attributes: ['of', 'highlight', 'first', 'caption'],
  required: ['of'],
  build(written, rendering) {
    const { attributes, children, place } = written
    return placed(place, () => {
      const entities = entitiesOf(attributes.of!, rendering)
      const columns = children
        .filter((child): child is List => child.type === 'list')
        .flatMap((list) => list.children.map((item) => parseColumn(plainText(item), rendering)))
      if (!columns.length)
        throw new Problem('a comparison needs its columns', {
          expected: 'lines of the form "- heading: table / column"',
        })
      const lines = entities.map((entity) => [
        textCell(entity.name),
        ...columns.map((column) => cellFor(entity, column, rendering)),
      ])
      const header = [attributes.first ?? '', ...columns.map(({ heading }) => heading)].map((text) => textCell(text))
      const tables = [...new Set(columns.map(({ table }) => table))]
      return [
        exhibit(
          titleOf(written, 'caption'),
          header,
          lines,
          highlightOf(attributes.highlight, header, lines, entities),
          tableSource(tables, rendering),
        ),
      ]
    })
  },
}

interface Column {
  heading: string
  table: Table
  name: string
  unit: string | undefined
}

function parseColumn(written: string, { report }: Rendering): Column {
  const match =
    /^(?<heading>.+?):\s*(?<table>[^/]+?)\s+\/\s+(?<name>[^/]+?(?:\/[^/\s][^/]*?)*)(?:\s+\/\s+(?<unit>.+))?$/u.exec(
      written,
    )
  if (!match)
    throw new Problem('is not a column of a comparison', {
      found: written,
      expected: 'heading: table / row or column, perhaps / unit',
    })
  const { heading, table, name, unit } = match.groups as Record<'heading' | 'table' | 'name', string> & {
    unit?: string
  }
  return { heading, table: tableOf(report, table), name, unit }
}

/** An entity heads rows or columns of the table; the column's name picks along the other side. */
function cellFor(entity: Entity, { table, name, unit }: Column, rendering: Rendering): TableCell {
  const all = rendering.report.entities
  const names = [entity.name, ...entity.aliases]
  const byRow = table.rows.findIndex((row) => isNamed(row[0]!.text, names))
  const byColumn = table.header?.findIndex((heading) => isNamed(heading, names)) ?? -1
  if (byRow < 0 && byColumn < 0)
    throw noSuch(
      `${table.id} says nothing of "${entity.name}"`,
      entity.name,
      table.rows.map((row) => row[0]!.text),
    )
  const [row, column] = byRow >= 0 ? [byRow, columnOf(table, name, all)] : [rowOf(table, name, all), byColumn]
  const cell = table.rows[row]![column]!
  const origin = cellOrigin(table, row, column, rendering.file)
  if (!unit) return quoteCellNode(cell, origin, undefined, rendering)
  if (!cell.values?.length) return { type: 'tableCell', children: [missingCell(rendering)], data: { origin } }
  const locale = locales[languageOf(rendering)]
  const value = valueIn(cell, unit, `${table.id}, "${entity.name}"`, locale)
  const shown = formatValue(value, locale)
  return {
    type: 'tableCell',
    children: [{ type: 'text', value: shown }],
    data: { origin: stretched(origin, shown.length) },
  }
}
