import type { PhrasingContent, RootContent } from 'mdast'
import '../document/source.ts'
import { foldSpace, plainText } from '../model/text.ts'
import { joinOf, type Origin } from '../origin/origin.ts'
import { stretched } from '../origin/stretched.ts'
import { framing } from '../origin/traced.ts'

/**
 * Content on its way through a template.
 *
 * A template never sees the text itself: as a string it is a token of private-use characters, which survives Markdown as an ordinary
 * word, and is exchanged for the nodes it stands for once the template's Markdown is parsed. So nothing in it can be
 * read as Handlebars, Markdown or HTML, and its nodes keep their sources.
 */
export class Inert {
  readonly pool: Pool
  readonly index: number
  /** Inline content, or blocks that need a line of their own. */
  readonly content: { inline: PhrasingContent[] } | { blocks: RootContent[] }
  readonly raw: string | number | null

  constructor(pool: Pool, index: number, content: Inert['content'], raw: string | number | null) {
    this.pool = pool
    this.index = index
    this.content = content
    this.raw = raw
  }

  /** The text, for comparison and attributes. */
  get text(): string {
    return 'inline' in this.content ? plainText(this.content.inline) : plainText(this.content.blocks)
  }

  toString(): string {
    return `${open}${this.index}${close}`
  }
}

const open = '\uE000'
const close = '\uE001'
const token = new RegExp(`${open}(\\d+)${close}`, 'g')

/** All inert content of one rendering. */
export class Pool {
  private readonly items: Inert[] = []

  inline(nodes: PhrasingContent[], raw: string | number | null = null): Inert {
    return this.add({ inline: nodes }, raw)
  }

  /** @param origin of the value as text, white space folded or not */
  text(value: string | number, origin?: Origin): Inert {
    const text = foldSpace(String(value))
    const data = origin ? { data: { origin: stretched(origin, Math.max(1, text.length)) } } : {}
    return this.add({ inline: [{ type: 'text', value: text, ...data }] }, value)
  }

  blocks(nodes: RootContent[]): Inert {
    return this.add({ blocks: nodes }, null)
  }

  /** A string with tokens in it, as plain text. */
  resolve(written: string): string {
    return written.replace(token, (_, index: string) => this.items[Number(index)]?.text ?? '')
  }

  /** The origin of a string with tokens in it, as plain text; nothing where none of it comes from the report. */
  originOf(written: string): Origin | undefined {
    const parts = this.split(written).flatMap((part): Origin[] => {
      if (typeof part === 'string') return [framing(part).origin]
      if (!('inline' in part.content)) return [framing(part.text).origin]
      return part.content.inline.map((node) => {
        const { length } = plainText(node)
        return node.data?.origin ? stretched(node.data.origin, length) : framing(' '.repeat(length)).origin
      })
    })
    return parts.some(({ kind }) => kind !== 'framing') ? joinOf(parts) : undefined
  }

  /** A string cut at its tokens: text and inert content in turn. */
  split(written: string): (string | Inert)[] {
    return written
      .split(token)
      .flatMap<string | Inert>((part, index) => (index % 2 ? [this.items[Number(part)]!] : part ? [part] : []))
  }

  private add(content: Inert['content'], raw: Inert['raw']): Inert {
    const inert = new Inert(this, this.items.length, content, raw)
    this.items.push(inert)
    return inert
  }
}
