/**
 * The measures of a slide, in points (1/72 inch): 16 by 9, as PowerPoint's wide screen. HTML, PDF and PPTX set their slides by them,
 * so that what fits in one fits in all.
 */
export const slide = {
  width: 960,
  height: 540,
  /** Left and right. */
  margin: 54,
  title: { top: 40, height: 76, size: 28 },
  body: { top: 128, bottom: 472, size: 18 },
  /** The source lines. */
  source: { top: 480, height: 28, size: 10 },
  footer: { top: 512, size: 10 },
  table: { size: 16, smallest: 12 },
} as const

/** The measures for a style sheet: a page of the size of a slide, and custom properties as `--slide-body-top: 128pt`. */
export function measureStyle(): string {
  const rows = Object.entries(slide).flatMap(([name, value]) =>
    typeof value === 'number'
      ? `--slide-${name}: ${value}pt;`
      : Object.entries(value).map(([part, points]) => `--slide-${name}-${part}: ${points}pt;`),
  )
  const size = [slide.width, slide.height].map((points) => `calc(${points}pt + 2 * var(--bleed))`).join(' ')
  return `@page { size: ${size}; }\n:root { ${rows.join(' ')} }`
}
