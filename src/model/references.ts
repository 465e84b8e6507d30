import type { Paragraph, RootContent } from 'mdast'
import { spansOf } from '../origin/spans.ts'
import { slice, type Traced } from '../origin/traced.ts'
import { authorList } from './authors.ts'
import type { Profile } from './profile.ts'
import type { Reference, Section } from './report.ts'
import { findSection } from './sections.ts'
import { linesOf, plainText } from './text.ts'
import { tracedText } from './traced-text.ts'

/**
 * The literature. An entry begins with authors and year in italics, title and publisher on the lines below; or it is one paragraph
 * or list item: authors, year, title (what is in italics, or else the first sentence), publisher.
 */
export function findReferences(sections: Section[], profile: Profile): Reference[] {
  const home = profile.bibliography ? findSection(sections, profile.bibliography) : undefined
  const entries: Paragraph[][] = []
  const references: Reference[] = []
  for (const block of (home?.body ?? []).flatMap(paragraphsIn)) {
    const inLine = isSetApart(block) ? null : inOneParagraph(block)
    if (inLine) references.push(inLine)
    else if (isSetApart(block)) entries.push([block])
    else entries.at(-1)?.push(block)
  }
  return [...references, ...entries.map(onLines)].sort((a, b) => a.lines[0] - b.lines[0])
}

function paragraphsIn(block: RootContent): Paragraph[] {
  if (block.type === 'paragraph') return [block]
  return block.type === 'list' ? block.children.flatMap((item) => item.children.flatMap(paragraphsIn)) : []
}

const heading = /^(?<authors>.+?)\s*\((?<year>\d{4})\)\s*$/su

function isSetApart(block: Paragraph): boolean {
  return block.children[0]?.type === 'emphasis' && heading.test(plainText(block.children[0]))
}

function onLines([head, ...rest]: Paragraph[]): Reference {
  const written = tracedText(head!.children[0]!)
  const { authors: printed, year } = heading.exec(written.text)!.groups!
  const authors = authorList(slice(written, 0, printed!.length))
  const following = [{ ...head!, children: head!.children.slice(1) }, ...rest].flatMap(linesIn)
  const [title = '', ...publisher] = following
  return {
    ...traced(authors),
    year: Number(year),
    title,
    publisher: publisher.join(' ') || null,
    lines: linesOf([head!, ...rest]),
  }
}

/** "Berg, Ida (2019). Title. Publisher." and "Berg, I., 2019. Title. Publisher." */
const inOne =
  /^(?<authors>[^\d()]{2,300}?)[,.]?\s*(?:\((?<bracketed>\d{4})[a-z]?\)[.,:]?|(?<bare>(?:19|20)\d\d)[a-z]?[.,:])\s+(?<rest>\S.*)$/su

function inOneParagraph(block: Paragraph): Reference | null {
  const written = tracedText(block)
  const match = inOne.exec(written.text)
  if (!match) return null
  const { authors: printed, bracketed, bare, rest } = match.groups!
  const italic = block.children.find((node) => node.type === 'emphasis')
  const marked = italic ? plainText(italic) : ''
  const title = marked && rest!.includes(marked) ? marked : (/^.+?[.?!](?=\s|$)/su.exec(rest!)?.[0] ?? rest!)
  const after = rest!.slice(rest!.indexOf(title) + title.length)
  const trimmed = (text: string) => text.replace(/^[\s.,:;–-]+|[\s.]+$/gu, '')
  return {
    ...traced(authorList(slice(written, 0, printed!.length))),
    year: Number(bracketed ?? bare),
    title: trimmed(title),
    publisher: trimmed(after) || null,
    lines: linesOf(block),
  }
}

const traced = (authors: Traced[]): Pick<Reference, 'authors' | 'authorSpans'> => ({
  authors: authors.map(({ text }) => text),
  authorSpans: authors.map(({ origin }) => spansOf(origin)),
})

/** A paragraph's lines as they stand in the file. */
function linesIn(block: Paragraph): string[] {
  const lines: RootContent[][] = [[]]
  for (const node of block.children) {
    if (node.type === 'break') lines.push([])
    else if (node.type === 'text') {
      const [first, ...more] = node.value.split('\n')
      lines.at(-1)!.push({ ...node, value: first! })
      for (const value of more) lines.push([{ ...node, value }])
    } else lines.at(-1)!.push(node)
  }
  return lines.map((line) => plainText(line)).filter(Boolean)
}
