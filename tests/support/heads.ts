import type { PdfPages } from './pdf-pages.ts'

/** The upper margin of a page after the first, in points, as the standard theme has it. */
const margin = 60

export const isHead = ({ height }: { height: number }, y: number) => y > height - margin

/** What stands at the head of each page, from left to right. */
export const headsOf = ({ pages }: PdfPages) =>
  pages.map((page) => {
    const lines = page.texts.filter(({ y }) => isHead(page, y))
    return lines
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join('')
  })
