import { type Language, locales } from '../locale/locales.ts'
import type { Report } from '../model/report.ts'
import { formatNumber } from '../model/values.ts'
import { fillLayout } from '../render/html/layout.ts'
import { formats } from '../tailor/audience.ts'
import { firstPage, type Sight } from './first-pages.ts'
import type { Artifact } from './manifest.ts'
import type { Dress } from './themes.ts'

/** A document in the catalogue with the files it is to be had in. */
interface Entry {
  id: string
  title: string
  edition: string | null
  picture: string | null
  files: { href: string; label: string }[]
  /** "812 ord · lix 38"; empty where nobody counted. */
  facts: string
  findings: string[]
}

/**
 * `index.html`: every document by audience, with its files. Works from the file system, and without its script.
 *
 * @param statement the address of the accessibility statement, where there is one
 */
export async function catalogue(
  report: Report,
  artifacts: Artifact[],
  titles: Map<string, string>,
  { theme, layout }: Dress,
  sight: Sight,
  statement: string | null,
): Promise<string> {
  const language = report.language as Language
  const documents = byDocument(artifacts)
  const groups: { title: string; entries: Entry[] }[] = []
  let audience: string | undefined
  for (const [index, files] of documents.entries()) {
    const first = files[0]!
    if (first.audience !== audience) groups.push({ title: titles.get(first.audience) ?? first.audience, entries: [] })
    audience = first.audience
    groups.at(-1)!.entries.push(await entryOf(files, `document-${index + 1}`, language, sight))
  }
  // the fewest documents first: so the pages stand close
  groups.sort((a, b) => a.entries.length - b.entries.length)
  return fillLayout(layout, theme, {
    lang: language,
    title: report.title,
    publisher: report.publisher,
    words: locales[language].words,
    groups,
    statement,
  })
}

/** The files of each document, by audience, edition and name, in the order of the formats. */
function byDocument(artifacts: Artifact[]): Artifact[][] {
  const documents = new Map<string, Artifact[]>()
  const place = ({ format }: Artifact) => (formats as readonly string[]).indexOf(format)
  const inOrder = [...artifacts].sort((a, b) => place(a) - place(b) || (a.path < b.path ? -1 : 1))
  for (const artifact of inOrder) {
    const key = JSON.stringify([artifact.audience, artifact.edition, artifact.document])
    documents.set(key, [...(documents.get(key) ?? []), artifact])
  }
  return [...documents.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, files]) => files)
}

async function entryOf(files: Artifact[], id: string, language: Language, sight: Sight): Promise<Entry> {
  const { words: say } = locales[language]
  const { title, edition } = files[0]!
  const { words, lix } = files.find((file) => file.words != null) ?? {}
  return {
    id,
    title,
    edition,
    picture: await firstPage(files, sight),
    files: files.map((file) => ({
      href: file.path.split('/').map(encodeURIComponent).join('/'),
      label: labelOf(file, language),
    })),
    facts: [
      words == null ? [] : `${formatNumber(words, locales[language])} ${say.wordCount}`,
      lix == null ? [] : `${say.readingLevel} ${formatNumber(Math.round(lix), locales[language])}`,
    ]
      .flat()
      .join(' · '),
    findings: [...new Set(files.flatMap(({ findings }) => findings.map(({ message }) => message)))],
  }
}

/** "PDF, 2 sider, 96 kB" */
function labelOf({ format, pages, bytes }: Artifact, language: Language): string {
  const { words } = locales[language]
  const count = pages === null ? [] : `${pages} ${pages === 1 ? words.onePage : words.pages}`
  return [format.toUpperCase(), count, sizeOf(bytes, language)].flat().join(', ')
}

function sizeOf(bytes: number, language: Language): string {
  const [unit, size, decimals] =
    bytes < 999_500 ? (['kB', bytes / 1000, 0] as const) : (['MB', bytes / 1_000_000, 1] as const)
  return `${formatNumber(Math.max(size, 1), locales[language], decimals)}\u00a0${unit}`
}
