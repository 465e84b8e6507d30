import { type Look, lineHeight } from './look.ts'
import { type Layer, type Line, rects, type Text, texts } from './marks.ts'
import { wrap } from './wrap.ts'

const square = 10

/** The names of series with their colours, above a plot: in one line, or as many as they need. */
export function keyOf(
  series: { name: string }[],
  colourOf: (at: number) => string,
  left: number,
  look: Look,
): { layers: Layer[]; height: number } {
  const squares: Line[] = []
  const names: Text[] = []
  let [x, line] = [0, 0]
  for (const [of, { name }] of series.entries()) {
    const lines = wrap(name, look.width - square - 6, look.measure)
    const wide = square + 6 + Math.max(...lines.map((text) => look.measure(text)))
    if (x > 0 && x + wide > look.width) [x, line] = [0, line + 1]
    squares.push({ x: x - left, x2: x - left + square, y: line, y2: line, colour: colourOf(of) })
    for (const [at, text] of lines.entries())
      names.push({ x: x - left + square + 6, y: line + at, text, colour: look.colours.ink })
    if (lines.length > 1) [x, line] = [0, line + lines.length]
    else x += wide + 18
  }
  const count = Math.max(...names.map(({ y }) => y)) + 1
  const height = count * lineHeight + 10
  const centre = (at: number) => at * lineHeight + lineHeight / 2 - height
  return {
    height,
    layers: [
      rects(
        squares.map((each) => ({ ...each, y: centre(each.y) - square / 2, y2: centre(each.y) + square / 2 })),
        {},
      ),
      ...texts(
        names.map((each) => ({ ...each, y: centre(each.y) })),
        look,
      ),
    ],
  }
}
