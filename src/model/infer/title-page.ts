import type { RootContent } from 'mdast'
import type { Locale } from '../../locale/locale.ts'
import { fieldText, frontMatterKeys } from '../front-matter.ts'
import type { Outline } from '../sections.ts'
import { plainText } from '../text.ts'
import { atLines, type Found, quoted } from './found.ts'

/** What a report says of itself at its head. */
export interface TitlePage {
  title: Found<string>
  subtitle: Found<string | undefined>
  publisher: Found<string | undefined>
  date: Found<string | undefined>
}

/**
 * Title, subtitle, publisher and date: of the front matter, else of the title page.
 *
 * @param name the file's name without its ending, the title of a report that has none
 */
export function inferTitlePage(
  fields: Record<string, unknown>,
  found: Outline,
  locale: Locale,
  name: string,
): TitlePage {
  const page = found.sections.length ? linesOfPage(found.frontMatter) : []
  const stated = (fact: keyof typeof frontMatterKeys): Found<string | undefined> | null => {
    const keys: string[] = frontMatterKeys[fact]
    const key = keys.find((each) => fieldText(fields[each]))
    return key ? { value: fieldText(fields[key]), said: [`“${key}” of the report's front matter.`] } : null
  }
  const date = dateOn(page, locale)
  const rest = page.filter(({ line }) => line !== date?.line)
  const onPage = rest.length
    ? [`On the title page stand: ${rest.map(({ text, line }) => `${quoted(text)} (line ${line})`).join(', ')}.`]
    : []
  return {
    title: (stated('title') as Found<string> | null) ?? titleOf(found, name),
    subtitle: stated('subtitle') ?? { value: undefined, said: onPage },
    publisher: stated('publisher') ?? {
      value: undefined,
      said: [],
    },
    date: stated('date') ?? {
      value: date?.value,
      said: date ? [`From ${quoted(date.text)}, line ${date.line}.`] : [],
    },
  }
}

function titleOf({ title, frontMatter }: Outline, name: string): Found<string> {
  const heading = frontMatter.find((block) => block.type === 'heading')
  if (title && heading)
    return { value: title, said: [`The first heading, ${atLines([heading.position!.start.line])}.`] }
  return {
    value: name,
    said: ['The report has no heading that stands above all others: this is the name of its file.'],
  }
}

interface Line {
  text: string
  line: number
}

/** The short lines before the first section; a title page has few. */
function linesOfPage(blocks: RootContent[]): Line[] {
  const lines = blocks.flatMap((block): Line[] => {
    if (block.type !== 'paragraph') return []
    const groups: RootContent[][] = [[]]
    for (const child of block.children) {
      if (child.type === 'break') groups.push([])
      else groups.at(-1)!.push(child)
    }
    return groups
      .filter((group) => group.length)
      .map((group) => ({ text: plainText(group), line: group[0]!.position!.start.line }))
  })
  return lines.filter(({ text }) => text && text.length <= 80).slice(0, 8)
}

/** "July 2020" or "2020-07-03" on a line of its own, as a date that sorts. */
function dateOn(lines: Line[], locale: Locale): (Line & { value: string }) | null {
  for (const { text, line } of lines) {
    const iso = /(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?(?!\d)/.exec(text)
    if (iso) return { text, line, value: iso[0] }
    const words: string[] = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const index = locale.months.long.findIndex((name) => words.includes(name))
    const year = words.find((word) => /^(?:19|20)\d\d$/.test(word))
    if (index >= 0 && year) return { text, line, value: `${year}-${String(index + 1).padStart(2, '0')}` }
  }
  return null
}
