/** What a report's front matter says of it, under the names that writers and tools use. */
export interface FrontMatterFacts {
  title: string | null
  subtitle: string | null
  publisher: string | null
  date: string | null
}

export function frontMatterOf(values: Record<string, unknown>): FrontMatterFacts {
  const first = (...keys: string[]) => keys.map((key) => textOf(values[key])).find((text) => text !== null) ?? null
  return {
    title: first('title'),
    subtitle: first('subtitle'),
    publisher: first('publisher', 'institution', 'organization', 'organisation'),
    date: first('date', 'published'),
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  return typeof value === 'number' ? String(value) : null
}
