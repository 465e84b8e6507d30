import type { RootContent } from 'mdast'
import type { Locale } from '../../locale/locale.ts'
import type { Captions } from '../captions.ts'
import type { Profile } from '../profile.ts'
import { fold, plainText } from '../text.ts'
import { atLines, type Found, quoted } from './found.ts'
import type { InferWords } from './words.ts'

type Kind = keyof Captions

interface Use {
  printed: string
  number: string
  line: number
  /** What stands right below. */
  below: 'table' | 'picture' | null
}

/**
 * The words a report puts before the numbers of its captions. Written only where they are not the language's own, or are
 * printed in capitals. A word of no language is a caption's where it stands several times, its numbers rise, and mostly a
 * table or picture follows.
 */
export function inferCaptions(
  blocks: RootContent[],
  locale: Locale,
  words: InferWords,
): Found<NonNullable<Profile['captions']>> {
  const value: NonNullable<Profile['captions']> = {}
  const said: string[] = []
  const found: Record<Kind, string[]> = { table: [], figure: [], box: [] }
  for (const [word, uses] of usesByWord(blocks)) {
    const kind = kindOf(word, uses, locale, words)
    const printed = commonest(uses.map((use) => use.printed))
    const where = `${quoted(printed)} stands before ${uses.length === 1 ? 'a number' : `${uses.length} numbers`}, ${atLines(uses.map((use) => use.line))}`
    if (kind) found[kind].push(printed)
    if (kind) said.push(`${where}: captions of a ${kind}.`)
    else if (uses.length > 2 && !isSection(word, locale)) said.push(`${where}: taken for text, not for captions.`)
  }
  for (const kind of Object.keys(found) as Kind[]) {
    const own = kind === 'box' ? [] : locale.captions[kind]
    if (found[kind].some((word) => !own.includes(fold(word)) || isCapitals(word))) value[kind] = found[kind]
  }
  return { value, said }
}

/** Paragraphs and headings that begin as captions do, by their folded first word. */
function usesByWord(blocks: RootContent[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>()
  blocks.forEach((block, index) => {
    if (block.type !== 'paragraph' && block.type !== 'heading') return
    const text = plainText(block)
    if (text.length > 400) return
    const match = /^(\p{L}[\p{L}-]*)\s+(\d+(?:\.\d+)*)(?!\.?\d)\s*[:.–—-]\s*(\S.*)$/u.exec(text)
    if (!match || /^\p{Ll}/u.test(match[3]!)) return
    const use: Use = {
      printed: match[1]!,
      number: match[2]!,
      line: block.position!.start.line,
      below: below(blocks, index),
    }
    uses.set(fold(use.printed), [...(uses.get(fold(use.printed)) ?? []), use])
  })
  return uses
}

function kindOf(word: string, uses: Use[], locale: Locale, words: InferWords): Kind | null {
  if (locale.captions.table.includes(word)) return 'table'
  if (locale.captions.figure.includes(word)) return 'figure'
  if (words.box.some((ending) => word.endsWith(ending))) return 'box'
  if (isSection(word, locale) || uses.length < 2 || !isRising(uses)) return null
  const share = (what: Use['below']) => uses.filter((use) => use.below === what).length / uses.length
  if (share('table') > 0.5) return 'table'
  return share('picture') > 0.5 ? 'figure' : null
}

const isSection = (word: string, { section, appendix, recommendation }: Locale) =>
  [...section, ...appendix, ...recommendation].includes(word)

function below(blocks: RootContent[], index: number): Use['below'] {
  const next = blocks.slice(index + 1).find((block) => block.type !== 'thematicBreak' && block.type !== 'definition')
  if (next?.type === 'table') return 'table'
  const [only, ...rest] = next?.type === 'paragraph' ? next.children : []
  return only && !rest.length && (only.type === 'image' || only.type === 'imageReference') ? 'picture' : null
}

function isRising(uses: Use[]): boolean {
  return uses.slice(1).every((use, index) => compare(uses[index]!.number, use.number) < 0)
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

const isCapitals = (word: string) => word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()

/** The form that is printed most often, the first of those as frequent. */
export function commonest(printed: string[]): string {
  const counts = new Map<string, number>()
  for (const form of printed) counts.set(form, (counts.get(form) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0]
}
