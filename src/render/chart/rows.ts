import { type Look, lineHeight } from './look.ts'
import type { Text } from './marks.ts'
import { wrap } from './wrap.ts'

/** Categories one below the other. */
export interface Rows {
  /** The room their names take beside the plot; none where they stand above. */
  left: number
  height: number
  /** Where each row's marks begin. */
  tops: number[]
  /** The names, for a plot with that much room beside it. */
  names(left: number): Text[]
}

const distance = 12

/** Names stand to the left of their marks; where one is long, above them. */
export function layRows(names: string[], highlight: string | null, marksHeight: number, look: Look): Rows {
  const { measure, width, colours } = look
  const bold = (name: string) => name === highlight
  const longest = Math.max(...names.map((name) => measure(name, bold(name))))
  const beside = longest <= width * 0.4
  const left = beside ? Math.ceil(longest) + 14 : 0
  const tops: number[] = []
  const texts: Text[] = []
  let y = 0
  for (const name of names) {
    const lines = beside ? [name] : wrap(name, width, (text) => measure(text, bold(name)))
    const above = beside ? 0 : lines.length * lineHeight + 2
    const first = beside ? y + marksHeight / 2 : y + lineHeight / 2
    for (const [at, text] of lines.entries())
      texts.push({ x: 0, y: first + at * lineHeight, text, bold: bold(name), colour: colours.ink })
    tops.push(y + above)
    y += above + marksHeight + distance
  }
  return { left, height: y - distance, tops, names: (room) => texts.map((text) => ({ ...text, x: -room })) }
}

/** How wide a plot can be, so that labels at shares of its width end inside the picture. */
export function fitted(available: number, labels: { share: number; room: number }[]): number {
  const limits = labels.map(({ share, room }) => (share > 0 ? (available - room) / share : available))
  return Math.max(1, Math.min(available, ...limits))
}

/** The middle of a text that is to stand at a place and must not leave the picture. */
export function inside(place: number, textWidth: number, start: number, end: number): number {
  return Math.max(start + textWidth / 2, Math.min(end - textWidth / 2, place))
}
