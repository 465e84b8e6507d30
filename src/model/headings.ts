import type { Heading, Paragraph, RootContent } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import { escapeRegExp, plainText } from './text.ts'

/** A line that titles what follows, whatever was used to write it. */
export interface FoundHeading {
  node: Heading | Paragraph
  number: string | null
  title: string
  /** The depth as written; a bold paragraph has none. */
  depth: number | null
  capitals: boolean
  appendix: boolean
}

/** A heading, or a paragraph that is one bold line; null for anything else. */
export function headingOf(node: RootContent, locale: Locale): FoundHeading | null {
  if (node.type !== 'heading' && !(node.type === 'paragraph' && isBoldLine(node))) return null
  const printed = plainText(node)
  if (!printed) return null
  return {
    node,
    ...numbering(printed, locale),
    depth: node.type === 'heading' ? node.depth : null,
    capitals: isCapitals(printed),
  }
}

/** "5.3 Title", "5.3 – Title", "3 TITLE" and "Bilag 3 – Title" as number and title. */
export function numbering(
  printed: string,
  locale: Locale,
): { number: string | null; title: string; appendix: boolean } {
  const word = locale.appendix.map(escapeRegExp).join('|')
  const appendix = new RegExp(`^(${word})\\s+(\\d+|[A-Z]+)(?![\\p{L}\\d])\\s*[–—:.-]?\\s*(.*)$`, 'iu').exec(printed)
  if (appendix && /^(?:\d+|\p{Lu}|[IVX]+)$/u.test(appendix[2]!))
    return { number: `${capital(appendix[1]!)} ${appendix[2]}`, title: appendix[3] || printed, appendix: true }
  const chapter = new RegExp(
    `^(?:${locale.section.map(escapeRegExp).join('|')})\\s+(\\d{1,2})(?:\\s*[:.–—-]\\s*(\\S.*)|[:.]?)$`,
    'iu',
  )
  const named = chapter.exec(printed)
  if (named) return { number: named[1]!, title: named[2] ?? printed, appendix: false }
  const numbered = /^(\d{1,2}(?:\.\d{1,2})*)(?:[.:)]?\s+|\s*[–—]\s*|\s-\s)([\p{L}"'“”„«»‘’(].*)$/u.exec(printed)
  if (numbered) return { number: numbered[1]!, title: numbered[2]!, appendix: false }
  return { number: null, title: printed, appendix: false }
}

function isBoldLine(node: Paragraph): boolean {
  const [only, ...rest] = node.children
  if (!only || rest.length || node.position!.start.line !== node.position!.end.line) return false
  const bold =
    only.type === 'strong' ||
    (only.type === 'emphasis' && only.children.length === 1 && only.children[0]!.type === 'strong')
  return bold && !/[.,;]$/.test(plainText(node))
}

/** Most words are in capitals: "THE HARBOUR AND ITS BOATS since 1901" counts, "The ABC of boats" and "SMART-goals" do not. */
function isCapitals(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? []
  return words.filter((word) => word === word.toUpperCase()).length > words.length / 2
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()
