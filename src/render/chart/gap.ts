import type { Chart } from '../../document/nodes.ts'
import type { Look } from './look.ts'
import type { Text } from './marks.ts'

/** What stands where a number would: the words the report has there, where they fit; else that it has none, or a dash. */
export function gapText(
  { gaps }: Chart['series'][number],
  at: number,
  x: number,
  y: number,
  room: number,
  { measure, empty, colours }: Look,
): Text {
  const said = gaps?.[at]
  const text = [said?.text ?? empty, '–'].find((candidate) => measure(candidate) <= room) ?? '–'
  return { x, y, text, colour: colours.muted, ...(said ? { origin: said.origin } : {}) }
}
