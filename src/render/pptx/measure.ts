import { textWidth } from '../glyph-widths.ts'
import type { Brand } from '../theme.ts'
import type { Paragraph, Run } from './paragraph.ts'

/** How high paragraphs stand at a width, and how wide a text is; in points. */
export interface Measure {
  height(paragraphs: Paragraph[], width: number): number
  width(text: string, size: number, look?: { bold?: boolean; font?: 'heading' | 'body' }): number
}

/** Programs set the same letters a little wider or closer, and other typefaces where the brand's is missing. */
const allowance = 1.05
/** The distance of lines, as a share of the size of their letters. */
export const lineHeight = (size: number) => Math.round(size * 1.2)
/** How far a list's text stands in, for each level. */
export const hang = (size: number) => Math.round(size * 1.1)

/** Measures by the letters of the brand's typefaces. */
export async function measureOf({ fonts }: Brand): Promise<Measure> {
  const nearest = (weights: number[], wanted: number) =>
    [...weights].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]!
  const { heading, body } = fonts
  const [plain, bold, head] = await Promise.all([
    textWidth(body.family, nearest(body.weights, 400)),
    textWidth(body.family, nearest(body.weights, 600)),
    textWidth(heading.family, nearest(heading.weights, 600)),
  ])
  const width: Measure['width'] = (text, size, look = {}) =>
    (look.font === 'heading' ? head : look.bold ? bold : plain)(text) * size * allowance
  return { width, height: (paragraphs, room) => heightOf(paragraphs, room, width) }
}

function heightOf(paragraphs: Paragraph[], room: number, width: Measure['width']): number {
  return paragraphs.reduce((sum, paragraph, at) => {
    const inset = paragraph.bullet ? hang(paragraph.size) * ((paragraph.level ?? 0) + 1) : 0
    const lines = linesOf(paragraph, room - inset, width)
    return sum + (at ? paragraph.gap : 0) + lines * lineHeight(paragraph.size)
  }, 0)
}

/** In how many lines a paragraph is set: a word goes to the next where it does not fit. */
function linesOf({ runs, size, bold, font }: Paragraph, room: number, width: Measure['width']): number {
  const measured = (text: string, run: Run) =>
    width(text, size, { bold: bold || run.bold || false, ...(font ? { font } : {}) })
  let lines = 1
  let end = 0
  let word = 0
  const place = () => {
    if (end && end + word > room) {
      lines += 1
      end = 0
    }
    lines += Math.max(0, Math.ceil(word / room) - 1)
    end += word
    word = 0
  }
  for (const run of runs) {
    if (run.newLine) {
      place()
      lines += 1
      end = 0
    }
    for (const piece of run.text.split(/( +|(?<=[-–])(?! ))/)) {
      if (piece?.trim()) word += measured(piece, run)
      else {
        place()
        end += measured(piece ?? '', run)
      }
    }
  }
  place()
  return lines
}
