import { languageOfCode, locales } from '../../locale/locales.ts'

/** A language as Office names it, with its country, which its dictionaries are chosen by: "en-GB" for "en". */
export function officeLanguage(tag: string): string {
  const known = tag.includes('-') ? undefined : languageOfCode(tag)
  return known ? locales[known].tag : tag
}
