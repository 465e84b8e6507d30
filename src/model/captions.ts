import type { Nodes, RootContent } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import { type Span, spansOf } from '../origin/spans.ts'
import { placeAt, slice } from '../origin/traced.ts'
import { captionNumber, numberEnd, numberSign } from '../read/caption-number.ts'
import type { Profile } from './profile.ts'
import { escapeRegExp, fold, plainText } from './text.ts'
import { tracedText } from './traced-text.ts'

/** The words that begin a caption, by what they caption. */
export type Captions = Record<'table' | 'figure' | 'box', string[]>

export interface Caption {
  kind: keyof Captions
  /** The word as printed; null for a text that is a caption by the way it is written. */
  label: string | null
  number: string | null
  text: string
  line: number
  /** Where its word begins, and where its text stands. */
  column: number
  spans: Span[]
}

/** The caption words of a report: the profile's, else the language's. Longer words go before those they begin with. */
export function captionWords(profile: Profile, locale: Locale): Captions {
  const words = {
    table: profile.captions?.table ?? locale.captions.table,
    figure: profile.captions?.figure ?? locale.captions.figure,
    box: profile.captions?.box ?? [],
  }
  const sorted = (list: string[]) => list.toSorted((a, b) => b.length - a.length)
  return { table: sorted(words.table), figure: sorted(words.figure), box: sorted(words.box) }
}

/** No caption is longer; running text that begins like one is. */
const longest = 400

/**
 * A paragraph or heading that is a caption: the word, a number or none, then a colon, dash, bar or full stop and a short text.
 * Where word and number alone are set in bold or italics, or stand so that reading knows a caption in them, they need no mark
 * after them. Without a number a colon is asked for.
 */
export function captionOf(node: RootContent, captions: Captions): Caption | null {
  if (node.type !== 'paragraph' && node.type !== 'heading') return null
  const isWritten = node.data?.caption
  if (!isWritten && !mayBegin(node, captions)) return null
  const printed = plainText(node)
  if (!printed || printed.length > longest) return null
  for (const { kind, pattern, alone, unmarked } of patternsOf(captions)) {
    const match = pattern.exec(printed)
    if (match && (match[2] || match[3] === ':') && !isSentence(match[3]!, match[4]!))
      return caption(kind, match[1]!, match[2] ?? null, match[4]!, node)
    const label = alone.exec(plainText(setApart(node) ?? []))
    const rest = label && printed.slice(label[0].length).trim()
    if (rest) return caption(kind, label[1]!, label[2]!, rest, node)
    const open = isWritten && unmarked.exec(printed)
    if (open) return caption(kind, open[1]!, open[2]!, open[3]!, node)
  }
  return isWritten ? caption('table', null, null, printed, node) : null
}

/** "Table 1. shows the boats", "Table 2: the boats are small." */
function isSentence(mark: string, text: string): boolean {
  return /^\p{Ll}/u.test(text) && (mark === '.' || /[.!?]$/.test(text))
}

function caption(
  kind: keyof Captions,
  label: string | null,
  number: string | null,
  text: string,
  node: Nodes,
): Caption {
  const written = tracedText(node)
  const { line, column } = node.position!.start
  const spans = spansOf(slice(written, written.text.length - text.length).origin)
  return { kind, label, number, text, line, column: placeAt(written, 0)?.column ?? column, spans }
}

/** What a paragraph begins with, if that is in bold or italics. */
function setApart(node: Extract<RootContent, { type: 'paragraph' | 'heading' }>): Nodes | null {
  const [first] = node.children
  return first?.type === 'strong' || first?.type === 'emphasis' ? first : null
}

/** Looks at the first letters alone: most paragraphs are no captions. */
function mayBegin(node: Nodes, captions: Captions): boolean {
  let first: Nodes = node
  while ('children' in first && first.children.length) first = first.children[0] as Nodes
  if (first.type !== 'text') return false
  const start = fold(first.value).slice(0, 2)
  return Object.values(captions).some((words) => words.some((word) => fold(word).startsWith(start)))
}

interface Pattern {
  kind: keyof Captions
  /** Word, number, mark and text. */
  pattern: RegExp
  /** Word and number alone. */
  alone: RegExp
  /** Word, number, and a text or none. */
  unmarked: RegExp
}

const patterns = new WeakMap<Captions, Pattern[]>()

function patternsOf(captions: Captions): Pattern[] {
  const known = patterns.get(captions)
  if (known) return known
  const made = (Object.keys(captions) as (keyof Captions)[])
    .filter((kind) => captions[kind].length)
    .map((kind) => {
      const words = captions[kind].map(escapeRegExp).join('|')
      const number = `${numberSign}(${captionNumber})${numberEnd}`
      return {
        kind,
        pattern: new RegExp(`^(${words})(?:\\s*(?<=[\\s.])${number})?\\s*(:|\\.|[–—|]|-{1,3})\\s*(\\S.*)$`, 'iu'),
        alone: new RegExp(`^(${words})\\s+${number}[:.]?$`, 'iu'),
        unmarked: new RegExp(`^(${words})\\s*(?<=[\\s.])${number}[:.]?\\s*(.*)$`, 'iu'),
      }
    })
  patterns.set(captions, made)
  return made
}
