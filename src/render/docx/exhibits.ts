import { ImageRun, Paragraph } from 'docx'
import type { Nodes, PhrasingContent, Root, Table as TableNode } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Lane, Step } from '../../document/nodes.ts'
import { paragraph } from './blocks.ts'
import { clean, runs, text } from './inline.ts'
import { cell, grid, line, noBorders, table } from './tables.ts'
import { type Block, type Builder, hex, type Place, type Writing } from './writing.ts'

type Kind<T extends Nodes['type']> = Extract<Nodes, { type: T }>

/** A caption, the table it is kept with, and where it comes from. */
export const exhibit: Builder<Kind<'exhibit'>> = (node, place, writing) => [
  ...caption(node.caption, place, writing),
  ...node.children.flatMap((child) =>
    child.type === 'table'
      ? [table(child, place, writing, clean(inlineText(node.caption)))]
      : writing.blocks([child], place),
  ),
]

/** A finding, what is measured, and its picture; where there is none, the figures. */
export const chart: Builder<Kind<'chart'>> = (node, place, writing) => {
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
    ...caption(node.title, place, writing),
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

/** Stages as the heads of columns, a chain in each row; a step that goes on from the row above is one cell with it. */
export const diagram: Builder<Kind<'diagram'>> = (node, place, writing) => {
  const lanes = node.children.filter((child): child is Lane => child.type === 'lane')
  const named = lanes.some((lane) => lane.title.length)
  const heads = [
    ...(named ? [[]] : []),
    ...node.stages.map((stage): PhrasingContent[] => [{ type: 'text', value: stage }]),
  ]
  const rows = lanes.map((lane) => [
    ...(named ? [lane.title] : []),
    ...node.stages.map((_, at) => (lane.children[at] as Step | undefined)?.children ?? []),
  ])
  const { colours } = writing.brand
  const width = Math.floor(place.width / heads.length)
  const widths = heads.map(() => width)
  const goesOn = (row: number, column: number) => {
    const [here, above] = [rows[row]?.[column], rows[row - 1]?.[column]]
    if (!here || !above) return false
    const isTitle = named && column === 0
    return isTitle ? !here.length : here.length > 0 && inlineText(here) === inlineText(above)
  }
  const spanOf = (row: number, column: number) => {
    let span = 1
    while (goesOn(row + span, column)) span += 1
    return span
  }
  const step = (content: PhrasingContent[], row: number, column: number) =>
    cell(
      [
        new Paragraph({
          style: 'TableText',
          children: runs(content, writing, named && column === 0 ? { bold: true } : {}),
        }),
      ],
      width,
      {
        borders: { ...noBorders, bottom: line(colours.rule) },
        ...(spanOf(row, column) > 1 ? { rowSpan: spanOf(row, column) } : {}),
      },
    )
  const head = heads.map((content) =>
    cell(
      [
        new Paragraph({
          style: 'TableHead',
          keepNext: true,
          children: runs(content, writing, { color: hex(colours.ink) }),
        }),
      ],
      width,
      {
        borders: { ...noBorders, bottom: line(colours.accent, 12) },
        fill: hex(colours.ground),
      },
    ),
  )
  const body = rows.map((row, at) => ({
    cells: row.flatMap((content, column) => (at > 0 && goesOn(at, column) ? [] : [step(content, at, column)])),
  }))
  const title = clean(inlineText(node.title))
  return [
    ...caption(node.title, place, writing),
    grid([{ cells: head, header: true }, ...body], widths, place, {
      title,
      summary: node.stages.join(' → '),
      rowHeaders: named,
    }),
    ...writing.blocks(
      node.children.filter((child) => child.type === 'sourceLine'),
      place,
    ),
  ]
}

export const sourceLine: Builder<Kind<'sourceLine'>> = (node, place, writing) => [
  paragraph(node.children, 'SourceLine', place, writing),
]

function caption(content: PhrasingContent[], place: Place, writing: Writing): Block[] {
  return content.length ? [paragraph(content, 'Caption', place, writing)] : []
}

function inlineText(content: PhrasingContent[]): string {
  return textOf({ type: 'root', children: content } as Root)
}
