import { Bookmark, FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { SourceMark } from '../../document/nodes.ts'
import { fieldBegin, fieldEnd } from './xml.ts'

/**
 * The source marks of a document as footnotes. Word numbers them; a mark that comes again is a cross-reference to the footnote
 * of the first, so that no note is printed twice.
 */
export class Notes {
  private readonly uses = new Map<number, number>()
  private readonly ids = new Map<number, number>()
  private readonly texts: string[] = []

  constructor(tree: Root) {
    visit(tree, 'sourceMark', ({ number }) => {
      this.uses.set(number, (this.uses.get(number) ?? 0) + 1)
    })
  }

  mark({ number, note }: SourceMark): ParagraphChild[] {
    const known = this.ids.get(number)
    if (known) return again(known)
    const id = this.texts.push(note)
    this.ids.set(number, id)
    const reference = new FootnoteReferenceRun(id)
    return (this.uses.get(number) ?? 1) > 1
      ? [new Bookmark({ id: bookmark(id), children: [reference] }) as unknown as ParagraphChild]
      : [reference]
  }

  /** The footnotes of the marks that were written. */
  footnotes(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(
      this.texts.map((text, at) => [
        String(at + 1),
        { children: [new Paragraph({ style: 'FootnoteText', children: [new TextRun(` ${text}`)] })] },
      ]),
    )
  }
}

const bookmark = (id: number) => `_RefNote${id}`

function again(id: number): ParagraphChild[] {
  const shown = new TextRun({ text: String(id), style: 'FootnoteReference' })
  return [...fieldBegin(`NOTEREF ${bookmark(id)} \\f \\h`), shown, fieldEnd()] as unknown as ParagraphChild[]
}
