import type { Step } from './step.ts'

/** Says where on its page a figure stands (ISO 32000-1, 14.8.5.4.3). */
export const figures: Step = ({ structure, pages }) => {
  for (const figure of structure.all.filter(({ type }) => type === 'Figure')) {
    const box = pages.boxOf(figure.marks)
    if (box) figure.setAttributes('Layout', { BBox: figure.dictionary.context.obj(box.map(rounded)) })
  }
}

/** Hundredths of a point. */
const rounded = (value: number) => Math.round(value * 100) / 100
