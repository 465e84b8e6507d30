import { foldSpace } from './text.ts'

/** What a report's front matter says of it, under the names that writers and tools use. */
export interface FrontMatterFacts {
  title: string | null
  subtitle: string | null
  publisher: string | null
  date: string | null
}

/** The keys of each fact, the most telling first. */
export const frontMatterKeys = {
  title: ['title'],
  subtitle: ['subtitle'],
  publisher: ['publisher', 'institution', 'organisation', 'organization', 'author', 'authors'],
  date: ['date', 'published'],
} satisfies Record<keyof FrontMatterFacts, string[]>

/** The facts that front matter states; its keys are matched in lower case. */
export function frontMatterFacts(values: Record<string, unknown>): FrontMatterFacts {
  const first = (keys: string[]) => keys.map((key) => fieldText(values[key])).find((text) => text !== undefined) ?? null
  return {
    title: first(frontMatterKeys.title),
    subtitle: first(frontMatterKeys.subtitle),
    publisher: first(frontMatterKeys.publisher),
    date: first(frontMatterKeys.date),
  }
}

/** A field as one line of text: a string, a number, a list of those or of `{name}`. */
export function fieldText(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.flatMap((item) => fieldText(item) ?? []).join(', ') || undefined
  if (value && typeof value === 'object' && 'name' in value) return fieldText(value.name)
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return foldSpace(String(value)) || undefined
}
