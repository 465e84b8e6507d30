import { ImageRun, Paragraph } from 'docx'
import type { Nodes, PhrasingContent, Root, Table as TableNode } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Lane } from '../../document/nodes.ts'
import { paragraph } from './blocks.ts'
import { clean, runs, text } from './inline.ts'
import { cell, grid, line, noBorders, table } from './tables.ts'
import { type Block, type Builder, hex, type Opening, type Place, type Writing } from './writing.ts'

type Kind<T extends Nodes['type']> = Extract<Nodes, { type: T }>

/** A caption, the table it is kept with, and where it comes from. */
export const exhibit: Builder<Kind<'exhibit'>> = (node, place, writing, opening) => [
  ...caption(node.caption, place, writing, opening),
  ...node.children.flatMap((child) =>
    child.type === 'table'
      ? [table(child, place, writing, clean(inlineText(node.caption)))]
      : writing.blocks([child], place),
  ),
]

/** A finding, what is measured, and its picture; where there is none, the figures. */
export const chart: Builder<Kind<'chart'>> = (node, place, writing, opening) => {
  const picture = writing.pictures.get(node)
  const title = clean(inlineText(node.title))
  const shown = picture
    ? new Paragraph({
        style: 'Picture',
        children: [
          new ImageRun({
            type: 'svg',
            data: Buffer.from(picture.svg),
            fallback: { type: 'png', data: Buffer.from(picture.png) },
            transformation: fitted(picture, place.width),
            altText: { name: title || writing.words.chart, title, description: clean(picture.words) },
          }),
        ],
      })
    : table(node.children.find((child): child is TableNode => child.type === 'table')!, place, writing, title)
  return [
    ...caption(node.title, place, writing, opening),
    ...(node.subtitle ? [new Paragraph({ style: 'Subcaption', children: [text(node.subtitle)] })] : []),
    shown,
    ...writing.blocks(
      node.children.filter((child) => child.type === 'sourceLine'),
      place,
    ),
  ]
}

/** The size of a picture in pixels, not wider than its place. */
function fitted({ width, height }: { width: number; height: number }, room: number) {
  const scale = Math.min(1, (room / 1440) * (96 / width))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

/** Stages as the heads of columns, a way through them in each row; what several ways begin with is one cell. */
export const diagram: Builder<Kind<'diagram'>> = (node, place, writing, opening) => {
  const lanes = node.children.filter((child): child is Lane => child.type === 'lane')
  const { colours } = writing.brand
  const columns = node.stages.length + 1
  const width = Math.floor(place.width / columns)
  const borders = { ...noBorders, bottom: line(colours.rule) }
  const words = (content: PhrasingContent[], keepNext: boolean, look = {}) => [
    new Paragraph({ style: 'TableText', keepNext, children: runs(content, writing, look) }),
  ]
  const heads = node.stages.map((stage, at, { length }) => (at < length - 1 ? `${stage} →` : stage))
  const head = ['', ...heads].map((stage) =>
    cell([new Paragraph({ style: 'TableHead', children: [text(stage, { color: hex(colours.ink) })] })], width, {
      borders: { ...noBorders, bottom: line(colours.accent, 12) },
      fill: hex(colours.ground),
    }),
  )
  const rows = lanes.map((lane, at) => {
    const begins = at === 0 || lane.title.length > 0
    const following = lanes.slice(at + 1).findIndex(({ title }) => title.length > 0)
    const rowSpan = following < 0 ? lanes.length - at : following + 1
    const goesOn = lanes[at + 1]?.title.length === 0
    const title = cell(words(lane.title, goesOn, { bold: true }), width, { borders, rowSpan })
    const steps = node.stages.map((_, step) =>
      cell(words(lane.children[step]?.children ?? [], goesOn), width, { borders }),
    )
    return { cells: [...(begins ? [title] : []), ...steps] }
  })
  const said = { title: clean(inlineText(node.title)), summary: node.stages.join(' → '), rowHeaders: true }
  return [
    ...caption(node.title, place, writing, opening),
    grid([{ cells: head, header: true }, ...rows], Array(columns).fill(width), place, said),
    ...writing.blocks(
      node.children.filter((child) => child.type === 'sourceLine'),
      place,
    ),
  ]
}

export const sourceLine: Builder<Kind<'sourceLine'>> = (node, place, writing) => [
  paragraph(node.children, 'SourceLine', place, writing),
]

function caption(content: PhrasingContent[], place: Place, writing: Writing, opening?: Opening): Block[] {
  return content.length ? [paragraph(content, 'Caption', place, writing, opening)] : []
}

function inlineText(content: PhrasingContent[]): string {
  return textOf({ type: 'root', children: content } as Root)
}
