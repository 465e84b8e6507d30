import type { SheetCell } from './sheet.ts'

/** How statistics banks write that they give no value, and what it says in their keys to the signs. */
const signs: Record<string, string> = {
  '..': 'not available, or too uncertain to give',
  '...': 'not given yet, or not for publication',
  '....': 'not given',
  '.....': 'not given',
  '......': 'not given',
  '.': 'cannot occur',
  '-': 'none, or nothing to count',
  '–': 'none, or nothing to count',
  ':': 'not for publication',
}

/** Is a text one of the signs for a value that is not there? */
export const isMissingSign = (text: string): boolean => Object.hasOwn(signs, text)

/**
 * Why a cell of a data file gives no value: as the file itself says it, else what its sign says; null where it gives one.
 * A missing value is never 0, nor the value before it.
 */
export function missingIn({ text, missing }: Pick<SheetCell, 'text' | 'missing'>): string | null {
  return missing ?? signs[isMissingSign(text) ? text : ''] ?? null
}
