import { checkPdf } from '../check/pdf/check.ts'
import type { PdfFinding } from '../check/pdf/rule.ts'
import { messageWithPage } from '../check/rule.ts'
import type { Document } from '../document/document.ts'
import { Problem } from '../input/problem.ts'
import { type Drawings, drawCharts } from '../render/chart/draw.ts'
import { renderDocx } from '../render/docx/docx.ts'
import { renderDeck } from '../render/html/deck.ts'
import { renderHtml } from '../render/html/html.ts'
import { renderMarkdown } from '../render/md/md.ts'
import { bleedStyle, pageSizes, type Size } from '../render/pdf/bleed.ts'
import { finishPdf } from '../render/pdf/finish.ts'
import type { Printer, Restyle } from '../render/pdf/printer.ts'
import { runningHeads } from '../render/pdf/running-heads.ts'
import { renderPptx } from '../render/pptx/pptx.ts'
import { fitSlides, type Overfull } from '../render/slides/fit.ts'
import { fontFaces } from '../render/theme/fonts.ts'
import type { Format } from '../tailor/audience.ts'
import type { ArtifactFinding } from './manifest.ts'
import type { Dress } from './themes.ts'

/** A file of a document: its bytes, its pages where it has them, and what was odd about making it. */
export interface Made {
  data: string | Uint8Array
  pages: number | null
  /** The headings, each with its page, where there are pages. */
  headings: { title: string; page: number }[]
  findings: ArtifactFinding[]
}

/** What the formats of one document are made from; what several of them need is made once. */
export class Workshop {
  private readonly document: Document
  private readonly overfull: Overfull[]
  private readonly dress: Dress
  private readonly printer: Printer
  private readonly date: Date
  private drawn: Promise<Drawings> | undefined
  private page: Promise<string> | undefined

  /** What a document is made from; of a deck its slides, as they fit. */
  static async of(document: Document, dress: Dress, printer: Printer, date: Date): Promise<Workshop> {
    if (document.kind !== 'deck') return new Workshop(document, [], dress, printer, date)
    const { tree, overfull } = await fitSlides(document.tree, dress.theme)
    return new Workshop({ ...document, tree }, overfull, dress, printer, date)
  }

  /** @param date when the document counts as written */
  private constructor(document: Document, overfull: Overfull[], dress: Dress, printer: Printer, date: Date) {
    this.document = document
    this.overfull = overfull
    this.dress = dress
    this.printer = printer
    this.date = date
  }

  make(format: Format): Promise<Made> {
    return makers[format](this)
  }

  async html(): Promise<Made> {
    return this.whole(await this.htmlText())
  }

  async pdf(): Promise<Made> {
    return this.printed(await this.htmlText(), this.heads)
  }

  /** As the PDF, with bleed and crop marks. */
  async pdfForPrinting(): Promise<Made> {
    const cut: Size[] = []
    const restyle: Restyle = async (first) => {
      cut.push(...(await pageSizes(first)))
      return `${bleedStyle}\n${(await this.heads(first)) ?? ''}`
    }
    try {
      return await this.printed(await this.htmlText(), restyle, cut)
    } catch (error) {
      throw error instanceof Problem ? error.at({ file: this.dress.theme.file }) : error
    }
  }

  /** A deck with what the speaker says below each slide. */
  async pdfWithNotes(): Promise<Made> {
    const { theme, layout } = this.dress
    return this.printed(await renderDeck(this.document, theme, layout, await this.drawings(), true))
  }

  async pptx(): Promise<Made> {
    const made = this.whole(await renderPptx(this.document, this.dress.theme, this.date))
    return { ...made, findings: this.overfull.map(holdsTooMuch) }
  }

  async docx(): Promise<Made> {
    const { printer, date } = this
    const picture = async (svg: string, width: number, height: number) => {
      const faces = await fontFaces(this.dress.theme.brand, svg)
      return printer.picture(`<style>${faces}</style>${svg}`, width, height)
    }
    return this.whole(await renderDocx(this.document, this.dress.theme, await this.drawings(), { picture, date }))
  }

  async md(): Promise<Made> {
    return this.whole(renderMarkdown(this.document, this.dress.theme))
  }

  /** A deck has as many pages as slides, whatever its format. */
  private whole(data: string | Uint8Array): Made {
    const { kind, tree } = this.document
    return { data, pages: kind === 'deck' ? tree.children.length : null, headings: [], findings: [] }
  }

  private readonly heads: Restyle = (first) => runningHeads(first, this.document, this.dress.theme)

  private async printed(html: string, restyle?: Restyle, cut?: Size[]): Promise<Made> {
    const { pdf: printed, refused, overfull } = await this.printer.print(html, restyle)
    const { pdf, pages, headings, findings } = await finishPdf(printed, this.document, this.date, checkPdf, cut)
    const said = [...refused.map(wasRefused), ...overfull.map(holdsTooMuch), ...findings.map(wasFound)]
    return { data: pdf, pages, headings, findings: said }
  }

  private drawings(): Promise<Drawings> {
    const { tree, language } = this.document
    this.drawn ??= drawCharts(tree, this.dress.theme.brand, language)
    return this.drawn
  }

  private htmlText(): Promise<string> {
    const { theme, layout } = this.dress
    const render = this.document.kind === 'deck' ? renderDeck : renderHtml
    this.page ??= this.drawings().then((drawings) => render(this.document, theme, layout, drawings))
    return this.page
  }
}

const makers: Record<Format, (workshop: Workshop) => Promise<Made>> = {
  pdf: (workshop) => workshop.pdf(),
  'pdf-notes': (workshop) => workshop.pdfWithNotes(),
  'pdf-print': (workshop) => workshop.pdfForPrinting(),
  html: (workshop) => workshop.html(),
  docx: (workshop) => workshop.docx(),
  pptx: (workshop) => workshop.pptx(),
  md: (workshop) => workshop.md(),
}

const holdsTooMuch = ({ slide, title, by }: Overfull): ArtifactFinding => ({
  rule: 'overfull-slide',
  severity: 'warning',
  message: `slide ${slide}, "${title}", holds too much: ${Math.ceil(by)} points run over its edge`,
})

const wasRefused = (url: string): ArtifactFinding => ({
  rule: 'refused-request',
  severity: 'warning',
  message: `a request was refused while printing: ${url.slice(0, 120)}`,
})

const wasFound = (finding: PdfFinding): ArtifactFinding => ({
  rule: finding.rule,
  severity: finding.severity,
  message: messageWithPage(finding),
})
