import { da } from './da.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Locale } from './locale.ts'
import { nb } from './nb.ts'
import { nl } from './nl.ts'
import { sv } from './sv.ts'

/** The languages Prisme reads and writes, by language code. */
export const locales = { da, nb, sv, de, nl, fr, en } satisfies Record<string, Locale>

export type Language = keyof typeof locales

/** The codes, for schemas and messages. */
export const languages = Object.keys(locales) as [Language, ...Language[]]

/** The language a code means: "da", "da-DK", "DA"; undefined where Prisme has none for it. */
export function languageOfCode(code: string): Language | undefined {
  const plain = code.toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === plain)
}
