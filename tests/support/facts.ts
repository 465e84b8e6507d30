import { type Language, locales } from '../../src/locale/locales.ts'

/** The numbers of a text in their order: "7.554", "6,8", "2019". Raised ones are numbers of their own. */
export function numbersIn(text: string): string[] {
  return text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, raised).match(/\d+(?:[.,]\d+)*/g) ?? []
}

/** The numbers of a text with their signs: "+45", "-5.0". */
export function signedNumbersIn(text: string): string[] {
  return text.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, raised).match(/(?:(?<![\p{L}\d.,)])[-−+])?\d+(?:[.,]\d+)*/gu) ?? []
}

/** The numbers of a text as amounts. */
export function amountsIn(text: string, language: Language): number[] {
  const { decimal } = locales[language]
  return signedNumbersIn(text).map((written) =>
    Number(
      written
        .replace('−', '-')
        .replace(decimal === ',' ? /\./g : /,/g, '')
        .replace(decimal, '.'),
    ),
  )
}

const raised = (digits: string) => ` ${[...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('')} `

/** The dates of a text, by month and year: "april 2020", "1. juli 2020"; "2020-07" is "juli 2020". */
export function datesIn(text: string, language: Language): string[] {
  const { long } = locales[language].months
  const pattern = new RegExp(`(?:\\d{1,2}\\.? )?(?<!\\p{L})(?:${long.join('|')}) \\d{4}(?!\\d)`, 'giu')
  const spelled = text.replace(
    /(?<![\d-])(\d{4})-(0[1-9]|1[0-2])(?!\d)/g,
    (_, year, month) => `${long[month - 1]} ${year}`,
  )
  return spelled.replace(/\s+/g, ' ').toLowerCase().match(pattern) ?? []
}

/** What a text tells that can be false: its numbers, and its dates as a whole. */
export const factsIn = (text: string, language: Language) => [...numbersIn(text), ...datesIn(text, language)]

/** Facts that are not among others; "5" is there where "5.0" is. */
export function groundless(facts: string[], ground: string[], language: Language): string[] {
  const there = new Set(ground)
  const { decimal } = locales[language]
  return facts.filter((fact) => !there.has(fact) && !there.has(`${fact}${decimal}0`))
}

/** Which facts one list has more often than another, and how much more often. */
export function surplus(some: string[], than: string[]): string[] {
  const left = new Map<string, number>()
  for (const fact of than) left.set(fact, (left.get(fact) ?? 0) + 1)
  return some.filter((fact) => {
    const count = left.get(fact) ?? 0
    left.set(fact, count - 1)
    return count <= 0
  })
}
