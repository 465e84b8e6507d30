import type { Nodes, RootContent } from 'mdast'
import type { Locale } from '../../locale/locale.ts'
import { walk } from '../../read/walk.ts'
import type { Section } from '../report.ts'
import { fold } from '../text.ts'

/** A paragraph, list item or note of the report as one text, and the line that each of its characters stands on. */
export interface Passage {
  text: string
  /** The section it stands in; none for what stands before the first. */
  section: Section | null
  /** Its place among the passages and tables of the report. */
  order: number
  sentences: Sentence[]
  lineAt: (at: number) => number
}

/** A sentence: where it begins and ends in its passage. */
export interface Sentence {
  from: number
  to: number
}

/** A text with the places where a source line begins in it. */
interface Lined {
  text: string
  starts: { at: number; line: number }[]
}

/** The passages of a block: a list has one for each item, what is no running text has none. */
export function passagesIn(block: RootContent, section: Section | null, order: number, locale: Locale): Passage[] {
  switch (block.type) {
    case 'paragraph':
      return [passage(block, section, order, locale)]
    case 'list':
    case 'listItem':
    case 'blockquote':
      return (block.children as RootContent[]).flatMap((child) => passagesIn(child, section, order, locale))
    default:
      return []
  }
}

function passage(block: RootContent, section: Section | null, order: number, locale: Locale): Passage {
  const { text, starts } = lined(block)
  return { text, section, order, sentences: sentencesOf(text, locale), lineAt: (at) => lineAt(starts, at) }
}

/** The text of a block with white space folded, as `plainText` gives it, and where each line begins in it. */
function lined(block: Nodes): Lined {
  let text = ''
  const starts: Lined['starts'] = []
  const add = (value: string, line: number) => {
    for (const [index, part] of value.split(/\r\n|\r|\n/).entries()) {
      if (index && !text.endsWith(' ')) text += ' '
      starts.push({ at: text.length, line: line + index })
      const folded = part.replace(/[^\S\u00a0\u202f\u2009]+/g, ' ')
      text += text === '' || text.endsWith(' ') ? folded.trimStart() : folded
    }
  }
  walk(block, (node) => {
    const line = node.position?.start.line ?? starts.at(-1)?.line ?? 1
    if (node.type === 'break') add(' ', line)
    if (node.type === 'text' || node.type === 'inlineCode') add(node.value, line)
    return undefined
  })
  return { text: text.trimEnd(), starts }
}

function lineAt(starts: Lined['starts'], at: number): number {
  let line = starts[0]?.line ?? 1
  for (const start of starts) {
    if (start.at > at) break
    line = start.line
  }
  return line
}

/** A sentence ends at a full stop, question or exclamation mark before a capital or figure, but not after an initial or in a date. */
function sentencesOf(text: string, locale: Locale): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const match of text.matchAll(/(?<=[.!?][”“"»)]*)(?<!\b\p{Lu}\.)\s+(?=[„“”"«»(]*[\p{Lu}\d])/gu)) {
    const before = /\S+$/.exec(text.slice(from, match.index))?.[0] ?? ''
    const next = /^\S+/.exec(text.slice(match.index + match[0].length))![0]
    const isDate = /^\(?\d{1,2}\.$/.test(before) && locale.months.long.includes(fold(next))
    const isAbbreviation = /^\d/.test(next) && /^\(?\p{Ll}{1,4}\.$/u.test(before)
    if (isDate || isAbbreviation) continue
    sentences.push({ from, to: match.index })
    from = match.index + match[0].length
  }
  sentences.push({ from, to: text.length })
  return sentences
}
