import { StructureElement } from '../file/element.ts'
import type { Step } from './step.ts'

/** Puts what a list item holds beside its mark into a body, LBody. */
export const lists: Step = ({ structure }) => {
  for (const item of structure.all.filter(({ type }) => type === 'LI')) {
    const isLabel = (child: unknown) => child instanceof StructureElement && child.type === 'Lbl'
    const body = item.children.filter((child) => !isLabel(child))
    if (body.length) item.children = [...item.children.filter(isLabel), structure.make('LBody', body)]
  }
}
