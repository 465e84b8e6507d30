import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Locale } from '../../locale/locale.ts'
import { arePictures, isPageFurniture, mapBlocks } from '../blocks.ts'
import { arabicNumber, captionNumber, numberEnd, numberSign } from '../caption-number.ts'
import { linesOf, paragraphOf } from '../lines.ts'
import type { Step } from '../step.ts'

/**
 * Captions that are known by where they stand. A line with word and number right at a picture, in one paragraph with it, is a
 * paragraph of its own. Next to a table or picture a caption needs no mark after its number ("Table 4 Boats by port"), and word
 * and number may stand on a line or in a paragraph of their own, above the title.
 */
export const captionParts: Step = {
  rule: 'caption-part',
  run(tree, log, { locale }) {
    const { label, alone, unmarked } = patternsOf(locale)
    mapBlocks(tree, (written) => {
      const blocks = written.flatMap((block) => apartFromPictures(block, label))
      const found: RootContent[] = []
      for (let at = 0; at < blocks.length; at++) {
        const block = blocks[at]!
        found.push(block)
        if (!isLine(block)) continue
        const text = textOf(block).trim()
        const next = blocks[at + 1]
        if (alone.test(text)) {
          if (next && isTitle(next) && !label.test(textOf(next)) && isCaptioned(blocks[at + 2])) {
            const whole = joined(block, next)
            log(whole.position!, `${text} ¶ ${textOf(next)}`, textOf(whole))
            found[found.length - 1] = whole
            at++
          } else if (isBeside(blocks, at)) block.data = { ...block.data, caption: true }
        } else if (isBeside(blocks, at) && text.length <= longest && !/[.,:;!?]$/.test(text)) {
          const [first, second] = block.type === 'paragraph' ? linesOf(block).map(printed) : []
          const title = first && alone.test(first) ? second : unmarked.test(text) ? text.replace(unmarked, '') : null
          if (title && !/^\p{Ll}/u.test(title)) block.data = { ...block.data, caption: true }
        }
      }
      return found
    })
  },
}

/** No title is longer; running text is. */
const longest = 200

type Line = Paragraph | Heading

const isLine = (block: RootContent): block is Line =>
  (block.type === 'paragraph' && !block.data?.caption) || block.type === 'heading'

function isTitle(block: RootContent): block is Paragraph {
  const text = textOf(block).trim()
  return block.type === 'paragraph' && !isPicture(block) && text.length <= longest && !/^\p{Ll}/u.test(text)
}

const printed = (line: PhrasingContent[]) => textOf({ type: 'paragraph', children: line } satisfies Paragraph).trim()

const isPicture = (block: RootContent) => block.type === 'paragraph' && arePictures(block.children)

const isCaptioned = (block: RootContent | undefined) =>
  block !== undefined && (block.type === 'table' || isPicture(block))

/** Does a table or picture stand next to a block? What a page break leaves may stand between. */
function isBeside(blocks: RootContent[], at: number): boolean {
  return [1, -1].some((step) => {
    let next = at + step
    while (blocks[next] && isPageFurniture(blocks[next]!)) next += step
    return isCaptioned(blocks[next])
  })
}

/** The pictures of a paragraph and its caption, where they stand on lines of their own. */
function apartFromPictures(block: RootContent, label: RegExp): RootContent[] {
  if (block.type !== 'paragraph' || !block.children.some((node) => node.type === 'image')) return [block]
  const lines = linesOf(block)
  if (!lines.some(arePictures) || !lines.some((line) => label.test(printed(line)))) return [block]
  const groups: PhrasingContent[][][] = []
  lines.forEach((line, index) => {
    const goesOn = index > 0 && arePictures(line) === arePictures(lines[index - 1]!) && !label.test(printed(line))
    if (goesOn) groups.at(-1)!.push(line)
    else groups.push([line])
  })
  return groups.map(paragraphOf)
}

/** Word and number, and the title below them. */
function joined(label: Line, title: Paragraph): Paragraph {
  const space = { start: label.position!.end, end: title.position!.start }
  return {
    type: 'paragraph',
    children: [...label.children, { type: 'text', value: ' ', position: space }, ...title.children],
    position: { start: label.position!.start, end: title.position!.end },
    data: { caption: true },
  }
}

interface Patterns {
  /** Begins with word and number. */
  label: RegExp
  /** Is word and number. */
  alone: RegExp
  /** Word and number, and space before a title; a Roman number might be a word of it. */
  unmarked: RegExp
}

const patterns = new Map<Locale, Patterns>()

function patternsOf(locale: Locale): Patterns {
  const known = patterns.get(locale)
  if (known) return known
  const words = [locale.captions.table, locale.captions.figure].flat().map((word) => word.replaceAll('.', '\\.'))
  const before = `^(?:${words.join('|')})\\s+${numberSign}`
  const made = {
    label: new RegExp(before + captionNumber + numberEnd, 'iu'),
    alone: new RegExp(`${before}${captionNumber}${numberEnd}[.:]?$`, 'iu'),
    unmarked: new RegExp(`${before}${arabicNumber}${numberEnd}\\s+`, 'iu'),
  }
  patterns.set(locale, made)
  return made
}
