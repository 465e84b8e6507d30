import type { Table } from 'mdast'
import { Problem } from '../../input/problem.ts'
import { plainText } from '../../model/text.ts'
import { placesSource, sourcesIn } from '../source-line.ts'
import { type Directive, placed, titleOf } from './directive.ts'
import { exhibit, highlightOf } from './exhibit.ts'
import { fitted, wideOf } from './wide.ts'

/** `:::exhibit{caption="…"}`: a Markdown table written in the template, with its caption and what its cells rest on. */
export const writtenTable: Directive = {
  form: 'container',
  attributes: ['caption', 'highlight', 'wide'],
  required: ['caption'],
  build(written, rendering) {
    const { attributes, children, place } = written
    return placed(place, () => {
      const [table, ...rest] = children
      if (table?.type !== 'table' || rest.length)
        throw new Problem('is not one table', {
          found: table ? plainText(children).slice(0, 60) : 'nothing',
          expected: 'a Markdown table: | a | b |',
        })
      const width = table.children[0]!.children.length
      const [header, ...lines] = table.children.map(({ children: cells }) => [
        ...cells,
        ...Array.from({ length: Math.max(0, width - cells.length) }, () => ({
          type: 'tableCell' as const,
          children: [],
        })),
      ])
      const sources = sourcesIn([table])
      if (!sources.length)
        throw new Problem('holds nothing that comes from the report', { expected: 'cells with {{…}} in them' })
      const highlight = highlightOf(attributes.highlight, header!, lines, rendering.report.entities)
      const made = exhibit(titleOf(written, 'caption'), header!, lines, highlight, placesSource(sources, rendering))
      const [inner] = made.children as [Table]
      inner.align = inner.align!.map((align, column) => table.align?.[column] ?? align)
      return fitted(made, wideOf(attributes.wide))
    })
  },
}
