import { locales } from '../locale/locales.ts'
import type { Report } from '../model/report.ts'
import { renderLayout } from '../render/html/html.ts'
import { pageStyle, type Theme } from '../render/theme.ts'
import type { Artifact } from './manifest.ts'

/** A document in the catalogue with the files it is to be had in. */
interface Entry {
  title: string
  edition: string | null
  files: { href: string; format: string; pages: number | null }[]
}

/** `index.html`: every document by audience, with its files. Works from the file system. */
export async function catalogue(
  report: Report,
  artifacts: Artifact[],
  titles: Map<string, string>,
  theme: Theme,
  layout: string,
): Promise<string> {
  const language = report.language as keyof typeof locales
  const { words } = locales[language]
  const audiences = [...new Set(artifacts.map(({ audience }) => audience))].sort()
  const groups = audiences.map((audience) => ({
    title: titles.get(audience) ?? audience,
    entries: entriesOf(artifacts.filter((artifact) => artifact.audience === audience)),
  }))
  const text = [
    report.title,
    ...groups.flatMap(({ title, entries }) => [title, ...entries.map((entry) => entry.title)]),
  ].join(' ')
  const style = await pageStyle(theme, text)
  return renderLayout(layout, {
    lang: language,
    title: report.title,
    publisher: report.publisher,
    words,
    style,
    groups,
  })
}

function entriesOf(artifacts: Artifact[]): Entry[] {
  const entries = new Map<string, Entry>()
  for (const { path, edition, document, title, format, pages } of [...artifacts].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  )) {
    const key = `${edition}/${document}`
    const entry = entries.get(key) ?? { title, edition, files: [] }
    entry.files.push({ href: path.split('/').map(encodeURIComponent).join('/'), format: format.toUpperCase(), pages })
    entries.set(key, entry)
  }
  return [...entries.values()]
}
