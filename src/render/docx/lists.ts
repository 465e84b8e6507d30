import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx'
import type { List } from 'mdast'
import { mm } from './writing.ts'

/** How far a list item stands in from its bullet or number. */
export const hang = mm(5)
const depths = [0, 1, 2, 3, 4, 5]

/** The numberings of a document: one for all bullets, and one for each numbered list, so that each begins by its own number. */
export class Lists {
  private readonly starts: number[] = []
  private readonly accent: string

  constructor(accent: string) {
    this.accent = accent
  }

  /** The name of the numbering that a list takes. */
  reference(list: List): string {
    if (!list.ordered) return 'bullets'
    return `numbers-${this.starts.push(list.start ?? 1)}`
  }

  numbering(): INumberingOptions {
    return {
      config: [
        { reference: 'bullets', levels: this.levels(LevelFormat.BULLET, (depth) => (depth % 2 ? '–' : '•'), 1) },
        ...this.starts.map((start, at) => ({
          reference: `numbers-${at + 1}`,
          levels: this.levels(LevelFormat.DECIMAL, (depth) => `%${depth + 1}.`, start),
        })),
      ],
    }
  }

  private levels(format: 'bullet' | 'decimal', text: (depth: number) => string, start: number) {
    return depths.map((depth) => ({
      level: depth,
      format,
      text: text(depth),
      start: depth ? 1 : start,
      alignment: AlignmentType.LEFT,
      style: {
        paragraph: { indent: { left: (depth + 1) * hang, hanging: hang } },
        run: { color: this.accent },
      },
    }))
  }
}
