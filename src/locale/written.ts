import type { Locale } from './locale.ts'

/** "1. marts 2026": a day as it is written in running text, by UTC. */
export function writtenDate(date: Date, { date: pattern, months }: Locale): string {
  const month = months.long[date.getUTCMonth()]!
  return pattern
    .replace('{day}', String(date.getUTCDate()))
    .replace('{month}', month)
    .replace('{Month}', month[0]!.toUpperCase() + month.slice(1))
    .replace('{year}', String(date.getUTCFullYear()))
}

/** "Word, PowerPoint og HTML" */
export function listed(items: string[], { words }: Locale): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${words.and} ${items.at(-1)}`
}
