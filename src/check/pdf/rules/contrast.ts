import type { Painted } from '../../../render/pdf/file/page-content.ts'
import { contrast as ratioOf } from '../../../render/theme/contrast.ts'
import { groundOf, hex, type Opaque, over } from '../colours.ts'
import { quoted } from '../pdf.ts'
import type { PdfFound, PdfRule } from '../rule.ts'

export const contrast: PdfRule = {
  id: 'pdf-contrast',
  severity: 'error',
  description:
    'Text that stands out too little from what is below it: by less than 4.5:1, of large letters 3:1. Text on pictures and patterns is not judged.',
  example: 'text in #999999 on white: 2.8:1',
  source: 'WCAG 1.4.3',
  criteria: ['1.4.3'],
  veraPdf: [],
  run({ pages }) {
    return pages.all.flatMap(({ content }, index) => {
      const faint = new Map<string, { first: Painted; count: number; message: string }>()
      for (const [at, painted] of content.painted.entries()) {
        const seen = coloursOf(painted, content.painted.slice(0, at))
        const needed = isLarge(painted) ? 3 : 4.5
        const ratio = seen ? ratioOf(hex(seen.text), hex(seen.ground)) : needed
        if (!seen || ratio >= needed) continue
        const pair = `${hex(seen.text)} on ${hex(seen.ground)}`
        const message = `${quoted(painted.text.trim())} stands out by ${down(ratio)}:1 (${pair}), and ${needed}:1 is needed`
        const known = faint.get(pair)
        if (known) known.count += 1
        else faint.set(pair, { first: painted, count: 1, message })
      }
      return [...faint.values()].map(
        ({ first, count, message }): PdfFound => ({
          message: count > 1 ? `${message}; so for ${count - 1} more on this page` : message,
          page: index + 1,
          box: first.box,
        }),
      )
    })
  },
}

/** undefined where nothing is to be read, or what is below cannot be told. */
function coloursOf(
  { kind, text, colour, opacity, box }: Painted,
  below: Painted[],
): Record<'text' | 'ground', Opaque> | undefined {
  if (kind !== 'text' || !colour || opacity === 0 || !text.trim()) return undefined
  const ground = groundOf((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, below)
  return ground && { text: over(colour, opacity, ground), ground }
}

/** In points. */
const isLarge = ({ size, font }: Painted) => size >= 18 || (size >= 14 && font?.bold === true)

/** Two digits, never more than there is: 4.499 is not 4.5. */
const down = (ratio: number) => Math.floor(ratio * 100) / 100
