import type { Paragraph, RootContent } from 'mdast'
import type { Locale } from '../../locale/locale.ts'
import { placeAt, type Traced } from '../../origin/traced.ts'
import type { Section } from '../report.ts'
import { fold } from '../text.ts'
import { tracedText } from '../traced-text.ts'

/** A paragraph, list item or note of the report as one text. */
export interface Passage extends Traced {
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

function passage(block: Paragraph, section: Section | null, order: number, locale: Locale): Passage {
  const traced = tracedText(block, { pictures: false })
  const first = block.position?.start.line ?? 1
  const lineAt = (at: number) => placeAt(traced, at)?.line ?? first
  return { ...traced, section, order, sentences: sentencesOf(traced.text, locale), lineAt }
}

/** A sentence ends at a full stop, question or exclamation mark before a capital or figure, but not after an initial or in a date. */
export function sentencesOf(text: string, locale: Locale): Sentence[] {
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
