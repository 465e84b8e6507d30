import { toString as textOf } from 'mdast-util-to-string'
import type { Evidence } from '../document/nodes.ts'
import type { Locale, Strength } from '../locale/locale.ts'

/** The sign of a grade of evidence: as many discs filled as it is strong; none where nobody graded it. */
export const evidenceSigns: Record<Strength, string> = {
  strong: '●●●',
  moderate: '●●○',
  weak: '●○○',
  none: '○○○',
  ungraded: '',
}

/** A grade as running text: its sign and its words. */
export function evidenceText(node: Evidence, words: Locale['words']): string {
  return [evidenceSigns[node.strength], textOf(node) || words.evidence[node.strength]].filter(Boolean).join('\u00a0')
}
