import type { Paragraph, RootContent } from 'mdast'
import { authorList } from './authors.ts'
import type { Profile } from './profile.ts'
import type { Reference, Section } from './report.ts'
import { findSection } from './sections.ts'
import { linesOf, plainText } from './text.ts'

/** The literature: an entry begins with authors and year in italics; title and publisher follow, a line each. */
export function findReferences(sections: Section[], profile: Profile): Reference[] {
  const home = profile.bibliography ? findSection(sections, profile.bibliography) : undefined
  const entries: Paragraph[][] = []
  for (const block of home?.body ?? []) {
    if (block.type !== 'paragraph') continue
    if (opensEntry(block)) entries.push([block])
    else entries.at(-1)?.push(block)
  }
  return entries.map(toReference)
}

const heading = /^(?<authors>.+?)\s*\((?<year>\d{4})\)\s*$/su

function opensEntry(block: Paragraph): boolean {
  return block.children[0]?.type === 'emphasis' && heading.test(plainText(block.children[0]))
}

function toReference([head, ...rest]: Paragraph[]): Reference {
  const { authors, year } = heading.exec(plainText(head!.children[0]!))!.groups!
  const following = [{ ...head!, children: head!.children.slice(1) }, ...rest].flatMap(linesIn)
  const [title = '', ...publisher] = following
  return {
    authors: authorList(authors!),
    year: Number(year),
    title,
    publisher: publisher.join(' ') || null,
    lines: linesOf([head!, ...rest]),
  }
}

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
