import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a PDF says, told twice. A line's end is one here too. */
export interface PdfText {
  /** In the order of its tags, as a screen reader reads it: pictures by their description, artifacts left out. */
  tagged: string
  /** In the order in which it is painted, as it is copied and searched: artifacts and the words in pictures among it. */
  painted: string
}

/** A node of a page's structure, as PDF.js gives it. */
interface StructureNode {
  role?: string
  type?: string
  id?: string
  alt?: string
  children?: StructureNode[]
}

/** A piece of text, or the beginning or end of a marked content. */
type Item = { str: string; hasEOL: boolean } | { type: string; id?: string | null }

export async function textOfPdf(pdf: Uint8Array): Promise<PdfText> {
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 })
  const file = await task.promise
  const text: PdfText = { tagged: '', painted: '' }
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const items: Item[] = (await page.getTextContent({ includeMarkedContent: true })).items
    text.tagged += spoken((await page.getStructTree()) as StructureNode, textById(items))
    text.painted += `${items.map(textOfItem).join('')}\n`
  }
  await task.destroy()
  return text
}

const textOfItem = (item: Item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')

/** The text of each marked content. */
function textById(items: Item[]): Map<string, string> {
  const texts = new Map<string, string>()
  const open: (string | null)[] = []
  for (const item of items) {
    const id = open.findLast((each) => each !== null)
    if ('str' in item) {
      if (id) texts.set(id, `${texts.get(id) ?? ''}${textOfItem(item)}`)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  return texts
}

/** Roles of what stands in a line of text. */
const inLine = new Set(['Span', 'Link', 'Reference', 'Strong', 'Em'])

function spoken({ role, type, id, alt, children = [] }: StructureNode, texts: Map<string, string>): string {
  if (type === 'content') return texts.get(id!) ?? ''
  const inner = role === 'Figure' ? alt : children.map((child) => spoken(child, texts)).join('')
  return !role || inLine.has(role) ? `${inner}` : `\n${inner}\n`
}

/** A word, and whether a line ends in it after a hyphen or a dash: then the next may belong to it. */
interface Word {
  text: string
  isCut: boolean
}

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)

const printedWords = (text: string): Word[] =>
  [...text.matchAll(/(\S+)(\s*)/g)].map(([, word, space]) => ({
    text: word!,
    isCut: /[-–/]$/.test(word!) && space!.includes('\n'),
  }))

/**
 * Where words are not those of a text, one after the other and nothing between: from there on, a few of each. Null where they are.
 *
 * @param again passages that may come again between others: the heads of a table that goes on on the next page
 */
export function firstDifference(words: string[], text: string, again: string[][] = []) {
  const printed = printedWords(text)
  let at = 0
  let from = 0
  while (at < words.length || from < printed.length) {
    const next = endOfWord(words[at], printed, from)
    if (next) {
      at++
      from = next
      continue
    }
    const repeated = again.find((passage) => passage.every((word, index) => printed[from + index]?.text === word))
    if (!repeated) {
      const few = printed.slice(from, from + 5).map(({ text }) => text)
      return { expected: words.slice(at, at + 5).join(' '), printed: few.join(' ') }
    }
    from += repeated.length
  }
  return null
}

/** The words that do not stand in a text, whatever stands between them: from the first that is not found in its order. */
export function lost(words: string[], text: string): string[] {
  const printed = printedWords(text)
  let from = 0
  const at = words.findIndex((word) => {
    const found = printed.findIndex((_, index) => index >= from && endOfWord(word, printed, index) !== null)
    if (found >= 0) from = endOfWord(word, printed, found)!
    return found < 0
  })
  return at < 0 ? [] : words.slice(at, at + 5)
}

/** Where a word that begins there ends, cut at line ends or not; null where it does not stand there. */
function endOfWord(word: string | undefined, printed: Word[], from: number): number | null {
  let text = ''
  for (let at = from; word && at < printed.length; at++) {
    text += printed[at]!.text
    if (text === word) return at + 1
    if (!printed[at]!.isCut || !word.startsWith(text)) return null
  }
  return null
}
