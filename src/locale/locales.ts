import { da } from './da.ts'
import { en } from './en.ts'
import type { Locale } from './locale.ts'

/** The languages Prisme reads and writes, by language code. */
export const locales = { da, en } satisfies Record<string, Locale>

export type Language = keyof typeof locales

/** The codes, for schemas and messages. */
export const languages = Object.keys(locales) as [Language, ...Language[]]
