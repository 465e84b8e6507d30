import type { Brand } from '../theme.ts'

/** A colour of the file's own theme: whoever changes the theme changes it everywhere. */
export type Colour =
  | 'tx1'
  | 'tx2'
  | 'bg1'
  | 'bg2'
  | 'accent1'
  | 'accent2'
  | 'accent3'
  | 'accent4'
  | 'accent5'
  | 'accent6'

/** Which of them each colour of the brand is. */
export const scheme = {
  ink: 'tx1',
  muted: 'tx2',
  paper: 'bg1',
  ground: 'bg2',
  accent: 'accent1',
  highlight: 'accent2',
  quiet: 'accent3',
  rule: 'accent5',
  highlightGround: 'accent6',
} as const satisfies Record<keyof Brand['colours'], Colour>

/** The theme's colours as the file lists them, each with the brand's. */
export const themeColours: [string, keyof Brand['colours']][] = [
  ['dk1', 'ink'],
  ['lt1', 'paper'],
  ['dk2', 'muted'],
  ['lt2', 'ground'],
  ['accent1', 'accent'],
  ['accent2', 'highlight'],
  ['accent3', 'quiet'],
  ['accent4', 'muted'],
  ['accent5', 'rule'],
  ['accent6', 'highlightGround'],
  ['hlink', 'accent'],
  ['folHlink', 'muted'],
]
