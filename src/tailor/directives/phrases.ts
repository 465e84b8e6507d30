import type { PhrasingContent } from 'mdast'
import { Problem } from '../../input/problem.ts'
import { strengths } from '../../locale/locale.ts'
import { plainText } from '../../model/text.ts'

/** Every directive a template may write inside a line, by name: `:name[…]`. */
export const phrases: Record<string, (children: PhrasingContent[]) => PhrasingContent> = {
  chip: (children) => ({ type: 'chip', children }),
  evidence,
}

/** A statement on evidence with the sign of its grade. */
function evidence(children: PhrasingContent[]): PhrasingContent {
  const strength = children.flatMap((child) => child.data?.strength ?? [])[0]
  if (!strength)
    throw new Problem('is not a grade of evidence', {
      found: plainText(children).slice(0, 60),
      expected: `a statement with \`strength\`: ${strengths.join(', ')}`,
    })
  return { type: 'evidence', strength, children }
}
