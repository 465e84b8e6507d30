import { type PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '../../../src/document/document.ts'
import { Mark, ObjectReference, StructureElement } from '../../../src/render/pdf/file/element.ts'
import { dictionaryAt, nameAt, numbersAt, textAt, valueAt } from '../../../src/render/pdf/file/objects.ts'
import { Pages } from '../../../src/render/pdf/file/pages.ts'
import { Structure } from '../../../src/render/pdf/file/structure.ts'
import { finishPdf } from '../../../src/render/pdf/finish.ts'
import { newPrinter } from '../../support/printing.ts'

const printer = newPrinter()
afterAll(() => printer.close())

const html = `<!doctype html><html lang="en"><title>Ships</title>
<style>
  @page { size: A5; margin: 20mm; @top-left { content: "Harbour" } @bottom-right { content: "Page " counter(page) } }
  .box { background: #eee; border: 1px solid #999 } .pair > div { display: inline-block; width: 40% }
  .notes li { display: inline }
</style>
<h1>Ships</h1>
<p>More <strong>ships</strong> than <em>ever</em>.<sup><a href="#note-1">1</a></sup> See
<a href="https://example.org/ships">the register</a>.</p>
<div class="pair"><div>North</div><div>South</div></div>
<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>
<div class="box"><p>In a box.</p></div>
<svg role="img" aria-label="Two bars" width="90" height="40"><rect width="90" height="12"/><rect y="20" width="40" height="12"/></svg>
<table><caption>Ships by harbour</caption>
<tr><th scope="col">Harbour</th><th scope="col">Ships</th></tr><tr><th scope="row">North</th><td>12</td></tr></table>
<h2>Sources</h2><section class="notes"><ol><li id="note-1"><span>1 </span>Port Authority</li></ol></section>`

const shipsDocument: Document = {
  audience: 'a',
  edition: null,
  name: 'brief',
  kind: 'brief',
  title: 'Ships & harbours',
  kicker: '',
  runningTitle: '',
  publisher: 'Port <Authority>',
  language: 'en',
  theme: 'standard',
  tree: {
    type: 'root',
    children: [{ type: 'sourceNotes', title: 'Sources', notes: [{ number: 1, text: 'Port Authority' }] } as never],
  },
}

let printed: Uint8Array
let file: PDFDocument
let structure: Structure
let pages: Pages

beforeAll(async () => {
  printed = (await printer.print(html)).pdf
  const finished = await finishPdf(printed, shipsDocument, new Date('2020-07-01'), () => [])
  file = await PDFDocument.load(finished.pdf, { updateMetadata: false })
  structure = Structure.of(file)!
  pages = new Pages(file)
})

const ofType = (type: string) => structure.all.filter((element) => element.type === type)
const textOf = (element: StructureElement) => pages.textOf(element.marks)
const shape = (element: StructureElement): unknown =>
  element.elements.length ? { [element.type]: element.elements.map(shape) } : element.type

test('what is painted is tagged or an artifact, heads and page numbers are artifacts', () => {
  const painted = pages.all.flatMap(({ content }) => content.painted)
  expect(painted.filter(({ belongs }) => belongs === undefined)).toEqual([])
  const artifacts = painted.filter(({ belongs }) => belongs === 'artifact')
  const texts = artifacts.filter(({ kind }) => kind === 'text').map(({ text }) => text.trim())
  expect(texts).toEqual(expect.arrayContaining(['Harbour', 'Page 1']))
  expect(artifacts.some(({ kind, colour }) => kind === 'area' && colour![0].toFixed(2) === '0.93')).toBe(true)
})

test('no element only holds others, and text stands in blocks', () => {
  expect(ofType('NonStruct')).toEqual([])
  const [root] = structure.elements
  expect(root!.type).toBe('Document')
  expect(root!.children.every((child) => child instanceof StructureElement)).toBe(true)
  expect(ofType('P').map(textOf)).toEqual([
    expect.stringContaining('More ships than ever.'),
    'North',
    'South',
    'In a box.',
  ])
})

test('every mark and annotation is found again in the parent tree', () => {
  const entries = valueAt(dictionaryAt(structure.root, 'ParentTree'), 'Nums') as PDFArray
  const parents = new Map(
    Array.from({ length: entries.size() / 2 }, (_, at) => [
      (entries.lookup(2 * at) as unknown as { asNumber(): number }).asNumber(),
      entries.lookup(2 * at + 1),
    ]),
  )
  const keyOf = (ref: Mark['page'], name: string) =>
    (file.context.lookup(ref, PDFDict).lookup(PDFName.of(name)) as unknown as { asNumber(): number }).asNumber()
  for (const element of structure.all)
    for (const child of element.children) {
      if (child instanceof Mark) {
        const owners = parents.get(keyOf(child.page, 'StructParents')) as PDFArray
        expect(owners.get(child.mcid)).toBe(element.ref)
      }
      if (child instanceof ObjectReference)
        expect(parents.get(keyOf(child.object, 'StructParent'))).toBe(element.dictionary)
    }
})

test('list items have bodies, lists in them too', () => {
  const [list] = ofType('L')
  const inner = { L: [{ LI: ['Lbl', 'LBody'] }] }
  expect(shape(list!)).toEqual({ L: [{ LI: ['Lbl', { LBody: [inner] }] }, { LI: ['Lbl', 'LBody'] }] })
})

test('types of the browser have a role', () => {
  for (const element of [...ofType('Strong'), ...ofType('Em')]) expect(structure.roleOf(element)).toBe('Span')
  expect(ofType('Strong')).toHaveLength(1)
})

describe('a note', () => {
  test('has an id and a number, its mark is a reference', () => {
    const [note] = ofType('Note')
    expect([note!.text('ID'), textOf(note!)]).toEqual(['note-1', 'Port Authority'])
    const item = ofType('LI').at(-1)!
    expect(shape(item)).toEqual({ LI: ['Lbl', { LBody: ['Note'] }] })
    expect(textOf(item.elements[0]!)).toBe('1')
    expect(ofType('Reference').map(textOf)).toEqual(['1'])
  })

  test('is where its mark leads to', () => {
    const [note] = ofType('Note')
    const target = valueAt(dictionaryAt(file.catalog, 'Dests'), 'note-1') as PDFArray
    expect(target.get(0)).toBe(note!.marks[0]!.page)
    expect(numbersAt(dictionaryAt(file.catalog, 'Dests'), 'note-1')[3]).toBeCloseTo(pages.boxOf(note!.marks)![3], 1)
  })
})

test('links say where they lead', () => {
  const annotations = file.getPages().flatMap(({ node }) => node.Annots()?.asArray() ?? [])
  const says = annotations.map((ref) => textAt(file.context.lookup(ref) as PDFDict, 'Contents'))
  expect(says).toEqual(['Note 1: Port Authority', 'the register (https://example.org/ships)'])
})

test('a figure has its text and its place', () => {
  const [figure] = ofType('Figure')
  expect(figure!.text('Alt')).toBe('Two bars')
  const [left, bottom, right, top] = numbersAt(figure!.attributes('Layout'), 'BBox')
  expect(right! - left!).toBeCloseTo(67.5, 0)
  expect(top! - bottom!).toBeCloseTo(24, 0)
})

test('a table is summed up, and its cells name their heads', () => {
  const [table] = ofType('Table')
  expect(textAt(table!.attributes('Table'), 'Summary')).toBe('1 row, 2 columns: Harbour, Ships')
  const [cell] = ofType('TD')
  const ids = (valueAt(cell!.attributes('Table'), 'Headers') as PDFArray)
    .asArray()
    .map((id) => (id as never as { decodeText(): string }).decodeText())
  const heads = structure.all.filter((element) => ids.includes(element.text('ID') ?? ''))
  expect(heads.map(textOf)).toEqual(['Ships', 'North'])
  expect(ofType('TH').map((head) => nameAt(head.attributes('Table'), 'Scope'))).toEqual(['Column', 'Column', 'Row'])
})

describe('metadata', () => {
  const xmpOf = (pdf: PDFDocument) =>
    Buffer.from((pdf.catalog.lookup(PDFName.of('Metadata')) as never as { contents: Uint8Array }).contents).toString()

  test('tell title, language, publisher and date', () => {
    const xmp = xmpOf(file)
    for (const part of [
      'Ships &amp; harbours',
      '<rdf:li>en</rdf:li>',
      'Port &lt;Authority&gt;',
      '2020-07-01T00:00:00Z',
    ])
      expect(xmp).toContain(part)
    expect(file.getTitle()).toBe('Ships & harbours')
  })

  test('claim PDF/UA only where the checks found nothing', async () => {
    expect(xmpOf(file)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    const { pdf, findings } = await finishPdf(printed, shipsDocument, new Date(0), () => ['something'])
    expect(findings).toEqual(['something'])
    expect(xmpOf(await PDFDocument.load(pdf, { updateMetadata: false }))).not.toContain('<pdfuaid:')
  })
})

test('nothing is in the file that nothing leads to, and ids do not count on from one printing to the next', async () => {
  const again = await finishPdf((await printer.print(html)).pdf, shipsDocument, new Date('2020-07-01'), () => [])
  const once = await finishPdf(printed, shipsDocument, new Date('2020-07-01'), () => [])
  expect(Buffer.compare(Buffer.from(again.pdf), Buffer.from(once.pdf))).toBe(0)
})
