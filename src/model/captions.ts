import type { RootContent } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import type { Profile } from './profile.ts'
import { escapeRegExp, plainText } from './text.ts'

/** The words that begin a caption, by what they caption. */
export type Captions = Record<'table' | 'figure' | 'box', string[]>

export interface Caption {
  kind: keyof Captions
  /** The word as printed. */
  label: string
  number: string | null
  text: string
  line: number
}

/** The caption words of a report: the profile's, else the language's. */
export function captionWords(profile: Profile, locale: Locale): Captions {
  return {
    table: profile.captions?.table ?? locale.captions.table,
    figure: profile.captions?.figure ?? locale.captions.figure,
    box: profile.captions?.box ?? [],
  }
}

/** A paragraph or heading that is a caption: the word, a number or none, a colon, dash or full stop, a short text. */
export function captionOf(node: RootContent, captions: Captions): Caption | null {
  if (node.type !== 'paragraph' && node.type !== 'heading') return null
  const printed = plainText(node)
  if (printed.length > 400) return null
  for (const kind of Object.keys(captions) as (keyof Captions)[]) {
    if (!captions[kind].length) continue
    const words = captions[kind].map(escapeRegExp).join('|')
    const match = new RegExp(`^(${words})(?:\\s+(\\d+(?:\\.\\d+)*)(?!\\.?\\d))?\\s*[:.–—-]\\s*(\\S.*)$`, 'iu').exec(
      printed,
    )
    if (match && !/^\p{Ll}/u.test(match[3]!)) {
      return { kind, label: match[1]!, number: match[2] ?? null, text: match[3]!, line: node.position!.start.line }
    }
  }
  return null
}
