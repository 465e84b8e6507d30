import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { Mark } from './element.ts'
import { fontReader } from './fonts.ts'
import { type Box, union } from './geometry.ts'
import { contentOf, type PageContent, type Painted } from './page-content.ts'

/** What the pages of a file show, each read once. */
export class Pages {
  private readonly file: PDFDocument
  private readonly fontOf = fontReader()
  private readonly read = new Map<PDFRef, PageContent>()
  private readonly marked = new Map<PDFRef, Map<number, Painted[]>>()

  constructor(file: PDFDocument) {
    this.file = file
  }

  /** In the order of the file. */
  get all(): { ref: PDFRef; content: PageContent }[] {
    return this.file.getPages().map(({ ref }) => ({ ref, content: this.contentOf(ref) }))
  }

  /** @throws {Error} if the file has no such page */
  contentOf(ref: PDFRef): PageContent {
    const known = this.read.get(ref)
    if (known) return known
    const page = this.file.getPages().find((candidate) => candidate.ref === ref)
    if (!page) throw new Error(`the file has no page ${ref}`)
    const content = contentOf(page, this.fontOf)
    this.read.set(ref, content)
    return content
  }

  /** What a mark shows, in the order it is painted; nothing where its page is not one of the file's. */
  paintedBy({ page, mcid }: Mark): Painted[] {
    return this.marksOf(page).get(mcid) ?? []
  }

  /** The text of marks, the lines divided by a space. */
  textOf(marks: Mark[]): string {
    const painted = marks.flatMap((mark) => this.paintedBy(mark).filter(({ kind }) => kind === 'text'))
    const texts = painted.map(({ text, box }, index) => {
      const before = painted[index - 1]
      return before && Math.abs(before.box[1] - box[1]) > sameLine * before.size ? ` ${text}` : text
    })
    return texts.join('').replace(/\s+/g, ' ').trim()
  }

  /** The box around what marks show on the page of the first of them; undefined where they show nothing. */
  boxOf(marks: Mark[]): Box | undefined {
    const [first] = marks
    const boxes = marks
      .filter(({ page }) => page === first?.page)
      .flatMap((mark) => this.paintedBy(mark).map(({ box }) => box))
    return boxes.length ? boxes.reduce(union) : undefined
  }

  private marksOf(page: PDFRef): Map<number, Painted[]> {
    const known = this.marked.get(page)
    if (known) return known
    const marks = new Map<number, Painted[]>()
    const exists = this.file.getPages().some(({ ref }) => ref === page)
    for (const painted of exists ? this.contentOf(page).painted : [])
      if (typeof painted.belongs === 'number')
        marks.set(painted.belongs, [...(marks.get(painted.belongs) ?? []), painted])
    this.marked.set(page, marks)
    return marks
  }
}

/** Raised letters stand on the same line: as a part of their size. */
const sameLine = 0.6
