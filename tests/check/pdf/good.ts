import { PDFDocument } from '@cantoo/pdf-lib'
import type { Document } from '../../../src/document/document.ts'
import { noteId } from '../../../src/render/html/note-id.ts'
import { finishPdf } from '../../../src/render/pdf/finish.ts'
import { newPrinter } from '../../support/printing.ts'

const notes = [
  { number: 1, text: 'Table 2, all harbours' },
  { number: 2, text: 'Page 14' },
]
const mark = (number: number) => `<sup><a href="#${noteId(number)}">${number}</a></sup>`

const html = `<!doctype html><html lang="en"><title>Harbours</title>
<style>body { font: 12pt/1.4 sans-serif; color: #222 } aside { background: #eef; padding: 1em }</style>
<h1>Harbours</h1>
<p>Three harbours took part.${mark(1)}</p>
<h2>What was found</h2>
<p>Waiting fell in all of them.${mark(2)}</p>
<ul><li>in Northport by half</li><li>in Easton by a third</li></ul>
<h3>Boats</h3>
<table><caption>Boats in 2023</caption>
<tr><th scope="col">Harbour</th><th scope="col">Boats</th></tr>
<tr><th scope="row">Northport</th><td>12</td></tr>
<tr><th scope="row">Easton</th><td>9</td></tr></table>
<svg role="img" aria-label="Two bars: Northport 12, Easton 9" width="120" height="40"><rect width="120" height="15"/><rect y="20" width="90" height="15"/></svg>
<aside><p>More is told <a href="https://example.org/harbours">on the page of the harbours</a>.</p></aside>
<ol style="list-style: none">${notes.map(({ number, text }) => `<li id="${noteId(number)}"><span>${number}</span> <span>${text}</span></li>`).join('')}</ol>`

const document: Document = {
  audience: 'all',
  edition: null,
  name: 'brief',
  kind: 'brief',
  title: 'Harbours',
  kicker: '',
  runningTitle: 'Harbours',
  publisher: 'The harbours',
  language: 'en',
  theme: 'standard',
  tree: { type: 'root', children: [{ type: 'sourceNotes', title: 'Notes', notes }] },
}

/**
 * A small PDF with headings, text, notes, a list, a table, a figure and a link, finished as all are.
 *
 * @param findings what its check is to have found
 */
export async function goodPdf(findings: string[] = []): Promise<Uint8Array> {
  const printer = newPrinter()
  try {
    const { pdf } = await printer.print(html)
    return (await finishPdf(pdf, document, new Date(0), () => findings)).pdf
  } finally {
    await printer.close()
  }
}

export const loaded = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false })
