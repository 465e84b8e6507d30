import { toString as textOf } from 'mdast-util-to-string'
import type { Lane } from '../../document/nodes.ts'
import { clean } from '../ooxml/text.ts'
import { stack } from './arrange.ts'
import type { Builder } from './blocks.ts'
import { scheme } from './colours.ts'
import { looks } from './looks.ts'
import { paragraph, plain } from './paragraph.ts'
import { type Cell, nativeTable, thin } from './table.ts'
import { textBox } from './text.ts'
import { saysMore } from './writing.ts'

/** Stages as the heads of columns, a way through them in each row; what several ways begin with is one cell. */
export const diagram: Builder<'diagram'> = (node, writing) => {
  const lanes = node.children.filter((child): child is Lane => child.type === 'lane')
  const below = { colour: scheme.accent, width: 1.5 }
  const heads = node.stages.map((stage, at, { length }) => (at < length - 1 ? `${stage} →` : stage))
  const header = ['', ...heads].map(
    (stage): Cell => ({
      content: (look) => [plain(stage, look)],
      look: { bold: true },
      fill: scheme.ground,
      line: below,
    }),
  )
  const rows = lanes.map((lane, at): Cell[] => {
    const begins = at === 0 || lane.title.length > 0
    const following = lanes.slice(at + 1).findIndex(({ title }) => title.length > 0)
    const rowSpan = following < 0 ? lanes.length - at : following + 1
    const title: Cell = { content: (look) => [paragraph(lane.title, look)], look: { bold: true }, rowSpan, line: thin }
    const steps = node.stages.map(
      (_, step): Cell => ({
        content: (look) => [paragraph(lane.children[step]?.children ?? [], look)],
        line: thin,
      }),
    )
    return [...(begins ? [title] : []), ...steps]
  })
  const title = saysMore(node.title, writing)
    ? [textBox('Caption', [paragraph(node.title, looks.caption)], writing)]
    : []
  const words = [node.title.map((each) => textOf(each)).join(''), node.stages.join(' → ')]
  const said = { description: clean(words.filter(Boolean).join('. ')), header: true, rowHeaders: true }
  const shares = Array(node.stages.length + 1).fill(1)
  return stack([...title, nativeTable([header, ...rows], said, writing, looks.small.size, shares)])
}
