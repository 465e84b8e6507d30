import { ExternalHyperlink, type IRunOptions, NoBreakHyphen, type ParagraphChild, TextRun } from 'docx'
import type { PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Locale } from '../../locale/locale.ts'
import { chipsAsList } from '../chips.ts'
import { signOf } from '../evidence.ts'
import { isSafeLink } from '../links.ts'
import { unbroken } from '../no-breaks.ts'
import { officeLanguage } from '../ooxml/language.ts'
import { clean } from '../ooxml/text.ts'
import type { Writing } from './writing.ts'

export { clean }

/** Running text as Word's runs. */
export function runs(nodes: PhrasingContent[], writing: Writing, look: IRunOptions = {}): ParagraphChild[] {
  return joined(chipsAsList(nodes)).flatMap((node) => runsOf(node, writing, look))
}

/** Texts that meet as one: a passage made of several pieces is one to whoever edits it. */
function joined(nodes: PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      all.splice(-1, 1, { type: 'text', value: last.value + node.value })
    else all.push(node)
  }
  return all
}

function runsOf(node: PhrasingContent, writing: Writing, look: IRunOptions): ParagraphChild[] {
  switch (node.type) {
    case 'emphasis':
      return runs(node.children, writing, { ...look, italics: !look.italics })
    case 'strong':
      return runs(node.children, writing, { ...look, bold: true })
    case 'delete':
      return runs(node.children, writing, { ...look, strike: true })
    case 'superscript':
      return runs(node.children, writing, { ...look, superScript: true })
    case 'link':
      return isSafeLink(node.url)
        ? [
            new ExternalHyperlink({
              link: node.url,
              children: runs(node.children, writing, { ...look, style: 'Hyperlink' }),
            }),
          ]
        : runs(node.children, writing, look)
    case 'foreign':
      return runs(node.children, writing, { ...look, language: { value: officeLanguage(node.language) } })
    case 'sourceMark':
      return writing.notes.mark(node)
    case 'evidence':
      return [...signRuns(signOf(node.strength), look), ...runs(node.children, writing, look)]
    case 'missing':
      return [text('–', look)]
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'list':
      return [text(` ${node.children.map((item) => textOf(item)).join('; ')}`, look)]
    case 'image':
    case 'imageReference':
      return node.alt ? [text(node.alt, look)] : []
    case 'html':
    case 'footnoteReference':
      return []
    default:
      if ('children' in node) return runs(node.children as PhrasingContent[], writing, look)
      return 'value' in node ? [text(whole(node.value, writing.locale), look)] : []
  }
}

const signRuns = (sign: string, look: IRunOptions) => (sign ? [text(`${sign}\u00a0`, look)] : [])

/** A text in one run; what XML has no way to write is left out. */
export function text(value: string, look: IRunOptions = {}): TextRun {
  const [first, ...rest] = clean(value).split(hardHyphen)
  if (!rest.length) return new TextRun({ ...look, text: first! })
  return new TextRun({ ...look, children: [first!, ...rest.flatMap((part) => [new NoBreakHyphen(), part])] })
}

/** A text with hard spaces and hyphens where no line may end. Word has a sign of its own for the hyphen, in any typeface. */
export function whole(value: string, locale: Locale): string {
  const pieces = unbroken(value, locale).map((piece) =>
    piece.whole
      ? piece.text.replace(/\s+/g, '\u00a0').replace(/(?<=[\p{L}\p{N}])-(?=\p{L})/gu, hardHyphen)
      : piece.text,
  )
  return pieces.join('')
}

const hardHyphen = '\u2011'
