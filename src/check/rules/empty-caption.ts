import type { Rule } from '../rule.ts'

/** How many lines a picture may stand from its caption. */
const near = 3

export const emptyCaption: Rule = {
  id: 'empty-caption',
  severity: 'warning',
  description: 'A caption of a table or figure that nothing stands below or above.',
  example: '"Figure 5.1: Visits by month" and then the next paragraph',
  run(report) {
    const pictures = report.links.map(({ line }) => line)
    return report.tables
      .filter(({ empty, captionLine }) => empty && !pictures.some((line) => Math.abs(line - captionLine!) <= near))
      .map(({ id, label, caption, captionLine, captionColumn = 1 }) => ({
        line: captionLine!,
        column: captionColumn,
        message: `${id ?? label ?? 'a caption'} has no content: "${caption ?? ''}"`,
      }))
  },
}
