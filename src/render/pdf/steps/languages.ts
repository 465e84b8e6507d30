import type { Step } from './step.ts'

/** Makes a passage in another language a span: the browser has a NonStruct for it, which would be taken away with the others. */
export const languages: Step = ({ structure }) => {
  for (const element of structure.all) if (element.type === 'NonStruct' && element.text('Lang')) element.type = 'Span'
}
