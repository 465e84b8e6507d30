import type { Locale } from '../locale/locale.ts'
import { escapeRegExp } from './text.ts'

/** What stands after a number, as printed, with the space before it. */
export interface AfterNumber {
  /** "mio." of "mio. kr.". */
  scale: string
  /** The scale, if any, and the unit, if any. */
  printed: string
}

/** Reads the unit at a place in a text: a sign, an abbreviation of the language or any one word that can be a unit. */
export function unitAt(text: string, at: number, locale: Locale): AfterNumber {
  const { pattern, never } = unitsOf(locale)
  pattern.lastIndex = at
  const { scale = '', known, word } = pattern.exec(text)?.groups ?? {}
  if (known) return { scale, printed: scale + known }
  if (!word || !canBeUnit(word.trim(), never, locale)) return { scale, printed: scale }
  return { scale, printed: scale + word + fullStop(text, at + scale.length + word.length) }
}

/** Is a word one that the language writes with a full stop? */
export function isAbbreviation(word: string, { scales, units, currencies, percent }: Locale): boolean {
  return [scales, units, currencies, percent].flat().includes(word.toLowerCase())
}

/** A pattern for any of some words, the longest first, that do not end inside a longer one. */
export function anyOf(words: string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  return `(?:${longestFirst.map(escapeRegExp).join('|')})(?:(?<!\\p{L})|(?!\\p{L}))`
}

/** A space within a line: a value does not reach across its end. */
export const space = '[^\\S\\r\\n]'

interface Units {
  pattern: RegExp
  /** Words that follow a number without being its unit. */
  never: Set<string>
}

const units = new Map<string, Units>()

function unitsOf(locale: Locale): Units {
  const compiled = units.get(locale.tag)
  if (compiled) return compiled
  const words = anyOf([...locale.percent.filter((way) => way !== '%'), ...locale.units, ...locale.currencies])
  const known = `${space}?(?:[%‰](?:-\\p{L}+)?|[€$£¥]|°(?:${space}?C)?|${words})(?:/\\p{L}+)*`
  // An apostrophe is within a word ("foto's"), unless it ends a small one that was cut short ("d'entre").
  const letters = '[\\p{L}²³]+(?:(?<=m)[23])?'
  const word = `(?:${space}|(?<=['’]))(?=\\p{L})${letters}(?:(?:\\.?[/-]|(?<=\\p{L}{3})['’])${letters})*`
  const made = {
    pattern: new RegExp(
      `(?<scale>${space}?${anyOf(locale.scales)}(?![²³/\\d]))?(?:(?<known>${known})|(?<word>${word})(?!['’.]?[\\p{L}\\p{N}]))?`,
      'iuy',
    ),
    never: new Set([
      ...locale.functionWords,
      ...locale.to,
      ...locale.about,
      ...locale.months.long,
      ...locale.months.short,
    ]),
  }
  units.set(locale.tag, made)
  return made
}

function canBeUnit(word: string, never: Set<string>, locale: Locale): boolean {
  return !never.has(word.toLowerCase()) && (locale.capitalNouns || /^\p{Ll}/u.test(word))
}

/** The full stop of an abbreviation; one that ends a sentence is not the unit's. */
function fullStop(text: string, at: number): string {
  abbreviating.lastIndex = at
  return abbreviating.test(text) ? '.' : ''
}

const abbreviating = /\.(?!\s*$|\s+\p{Lu})/uy
