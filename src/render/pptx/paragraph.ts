import type { PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { chipsAsList } from '../chips.ts'
import { signOf } from '../evidence.ts'
import { isSafeLink } from '../links.ts'
import { officeLanguage } from '../ooxml/language.ts'
import { clean } from '../ooxml/text.ts'
import type { Colour } from './colours.ts'

/** A piece of a text that looks the same all through. */
export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  strike?: boolean
  raised?: boolean
  url?: string
  /** BCP 47, where it is not the deck's. */
  language?: string
  /** Begins a line. */
  newLine?: boolean
}

/** A paragraph of a text box. Sizes are points. */
export interface Paragraph {
  runs: Run[]
  size: number
  colour: Colour
  /** The space above it, where it is not the first. */
  gap: number
  font?: 'heading' | 'body'
  bold?: boolean
  italic?: boolean
  /** A list's item: with a bullet, or with its number. */
  bullet?: 'point' | number
  level?: number
}

/** How a paragraph is set. */
export type Look = Omit<Paragraph, 'runs'>

export const paragraph = (content: PhrasingContent[], look: Look): Paragraph => ({ ...look, runs: runs(content) })
export const plain = (text: string, look: Look): Paragraph => ({ ...look, runs: [{ text: clean(text) }] })

/** Running text as runs; texts that meet and look the same are one. */
export function runs(content: PhrasingContent[], look: Omit<Run, 'text'> = {}): Run[] {
  return chipsAsList(content)
    .flatMap((node) => runsOf(node, look))
    .reduce<Run[]>((all, run) => {
      const last = all.at(-1)
      if (last && !run.newLine && sameLook(last, run)) all.splice(-1, 1, { ...last, text: last.text + run.text })
      else all.push(run)
      return all
    }, [])
    .filter((run) => run.text || run.newLine)
}

function sameLook(one: Run, other: Run): boolean {
  return (['bold', 'italic', 'strike', 'raised', 'url', 'language'] as const).every((key) => one[key] === other[key])
}

function runsOf(node: PhrasingContent, look: Omit<Run, 'text'>): Run[] {
  const inner = (children: PhrasingContent[], more: Omit<Run, 'text'> = {}) => runs(children, { ...look, ...more })
  const text = (value: string): Run => ({ ...look, text: clean(value) })
  switch (node.type) {
    case 'emphasis':
      return inner(node.children, { italic: true })
    case 'strong':
      return inner(node.children, { bold: true })
    case 'delete':
      return inner(node.children, { strike: true })
    case 'superscript':
      return inner(node.children, { raised: true })
    case 'link':
      return inner(node.children, isSafeLink(node.url) ? { url: node.url } : {})
    case 'foreign':
      return inner(node.children, { language: officeLanguage(node.language) })
    case 'evidence': {
      const sign = signOf(node.strength)
      return [...(sign ? [text(`${sign}\u00a0`)] : []), ...inner(node.children)]
    }
    case 'missing':
      return [text('–')]
    case 'break':
      return [{ ...look, text: '', newLine: true }]
    case 'list':
      return [text(` ${node.children.map((item) => textOf(item)).join('; ')}`)]
    case 'image':
    case 'imageReference':
      return node.alt ? [text(node.alt)] : []
    case 'html':
    case 'footnoteReference':
    case 'sourceMark':
      return []
    default:
      if ('children' in node) return inner(node.children as PhrasingContent[])
      return 'value' in node ? [text(node.value)] : []
  }
}
