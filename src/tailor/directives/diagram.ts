import type { PhrasingContent } from 'mdast'
import type { Diagram, Lane, Step } from '../../document/nodes.ts'
import { Problem } from '../../input/problem.ts'
import { cellOrigin } from '../origins.ts'
import { tableOf } from '../select.ts'
import { tableSource } from '../source-line.ts'
import { type Directive, placed, titleOf } from './directive.ts'

/**
 * `::diagram{of="…"}`: a table whose columns are stages that lead from one to the next, its rows the ways through them. The
 * first column heads the lanes; rows it heads alike stand together.
 */
export const diagram: Directive = {
  form: 'leaf',
  attributes: ['of', 'title'],
  required: ['of', 'title'],
  build(written, rendering) {
    const { attributes, place } = written
    const { report, corrector, sentenceCase, file } = rendering
    return placed(place, () => {
      const table = tableOf(report, attributes.of!)
      const [, ...stages] = table.header ?? []
      if (stages.length < 2)
        throw new Problem(`${table.id} has no stages`, {
          found: `${Math.max(0, stages.length)} columns beside the first`,
          expected: 'a header with at least two',
        })
      const content = (row: number, column: number): PhrasingContent[] => {
        const { text, items = [], line } = table.rows[row]![column]!
        const value = [text, ...items].filter(Boolean).join('; ')
        const shown = corrector.text(value, [line, line])
        const data = { origin: cellOrigin(table, row, column, file, shown.length) }
        return value ? [{ type: 'text', value: shown, data }] : []
      }
      const lanes = table.rows.map((cells, row): Lane => {
        const goesOn = row > 0 && cells[0]!.text === table.rows[row - 1]![0]!.text
        const steps = stages.map((_, at): Step => ({ type: 'step', children: content(row, at + 1) }))
        return { type: 'lane', title: goesOn ? [] : content(row, 0), children: steps }
      })
      const made: Diagram = {
        type: 'diagram',
        title: titleOf(written),
        stages: stages.map((stage) => sentenceCase(corrector.text(stage, table.lines!))),
        children: [...lanes, tableSource([table], rendering)],
      }
      return [made]
    })
  },
}
