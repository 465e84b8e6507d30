import { type Look, lineHeight } from './look.ts'
import type { Text } from './marks.ts'
import { inside } from './rows.ts'
import { wrap } from './wrap.ts'

/** The names of columns above a plot, each within its own part of the picture. */
export function columnHeads(
  names: string[],
  highlight: string | null,
  { left, width }: { left: number; width: number },
  look: Look,
): { texts: Text[]; height: number } {
  const { measure, colours } = look
  const last = names.length - 1
  const step = width / last
  const blocks = names.map((name, at) => {
    const start = at ? (at - 0.5) * step + 4 : -left
    const end = at < last ? (at + 0.5) * step - 4 : look.width - left
    const bold = name === highlight
    const own = (text: string) => measure(text, bold)
    return { middle: at * step, start, end, bold, own, lines: wrap(name, end - start, own) }
  })
  const height = Math.max(1, ...blocks.map(({ lines }) => lines.length)) * lineHeight + 8
  const texts = blocks.flatMap(({ middle, start, end, bold, own, lines }) =>
    lines.map(
      (text, line): Text => ({
        x: inside(middle, own(text), start, end),
        y: (line + 0.5) * lineHeight - height,
        text,
        align: 'center',
        bold,
        colour: bold ? colours.ink : colours.muted,
      }),
    ),
  )
  return { texts, height }
}
