import { PDFBool, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { Mark, type StructureElement } from '../../../src/render/pdf/file/element.ts'
import { arrayAt, bytesAt, dictionaryAt } from '../../../src/render/pdf/file/objects.ts'
import { contentBytes } from '../../../src/render/pdf/file/page-content.ts'
import { Structure } from '../../../src/render/pdf/file/structure.ts'

/** A way to break a good PDF, and who is to notice. */
export interface Breakage {
  name: string
  /** Our rule; no other must find anything. */
  rule: string
  /** The rules of veraPDF that fail, as version 1.28.2 was seen to do. */
  veraPdf: string[]
  breakIt(file: PDFDocument): void
}

const key = PDFName.of

/** The first elements of a type. */
const typed = (structure: Structure, type: string) => structure.all.filter((element) => element.type === type)
const parentOf = (structure: Structure, element: StructureElement) =>
  structure.all.find(({ children }) => children.includes(element))!

/** Changes the structure, and writes it as a file should have it. */
function inTree(change: (structure: Structure) => void) {
  return (file: PDFDocument) => {
    const structure = Structure.of(file)!
    change(structure)
    structure.write()
  }
}

/** Changes what stands in dictionaries; the tree stays. */
function inElement(type: string, change: (element: StructureElement, structure: Structure) => void, index = 0) {
  return (file: PDFDocument) => {
    const structure = Structure.of(file)!
    change(typed(structure, type)[index]!, structure)
  }
}

function inContent(change: (content: string) => string) {
  return (file: PDFDocument) => {
    const page = file.getPage(0)
    const before = Buffer.from(contentBytes(page)).toString('latin1')
    const after = change(before)
    if (after === before) throw new Error('nothing was changed')
    page.node.set(key('Contents'), file.context.register(file.context.flateStream(Buffer.from(after, 'latin1'))))
  }
}

function inMetadata(change: (xmp: string) => string) {
  return (file: PDFDocument) => {
    const before = Buffer.from(bytesAt(file.catalog, 'Metadata')!).toString()
    const after = change(before)
    if (after === before) throw new Error('nothing was changed')
    const stream = file.context.stream(Buffer.from(after), { Type: 'Metadata', Subtype: 'XML' })
    file.catalog.set(key('Metadata'), file.context.register(stream))
  }
}

const fontsOf = (file: PDFDocument): PDFDict[] =>
  dictionaryAt(file.getPage(0).node.Resources(), 'Font')!
    .keys()
    .map((name) => file.getPage(0).node.Resources()!.lookup(key('Font'), PDFDict).lookup(name, PDFDict))

const linkOf = (file: PDFDocument) =>
  arrayAt(file.getPage(0).node, 'Annots')!
    .asArray()
    .map((ref) => file.context.lookup(ref, PDFDict))
    .find((annotation) => annotation.has(key('A')))!

function addAnnotation(file: PDFDocument, entries: Record<string, unknown>) {
  const annotation = file.context.obj({ Type: 'Annot', Rect: [100, 100, 120, 120], ...entries } as never)
  arrayAt(file.getPage(0).node, 'Annots')!.push(file.context.register(annotation))
}

/** The first marked content with text in it, from its beginning to its end. */
const firstMarked = /\/NonStruct <<\/MCID \d+ >>BDC[\s\S]*?EMC/

export const breakages: Breakage[] = [
  {
    name: 'no title',
    rule: 'pdf-title',
    veraPdf: [],
    breakIt: (file) => file.context.lookup(file.context.trailerInfo.Info, PDFDict).delete(key('Title')),
  },
  {
    name: 'windows show the name of the file',
    rule: 'pdf-title',
    veraPdf: ['7.1-10'],
    breakIt: (file) => dictionaryAt(file.catalog, 'ViewerPreferences')!.set(key('DisplayDocTitle'), PDFBool.False),
  },
  {
    name: 'no metadata',
    rule: 'pdf-metadata',
    veraPdf: ['7.1-8'],
    breakIt: (file) => file.catalog.delete(key('Metadata')),
  },
  {
    name: 'metadata without a title',
    rule: 'pdf-metadata',
    veraPdf: ['7.1-9'],
    breakIt: inMetadata((xmp) => xmp.replace(/<dc:title>.*<\/dc:title>/, '')),
  },
  {
    name: 'metadata with another title',
    rule: 'pdf-metadata',
    veraPdf: [],
    breakIt: inMetadata((xmp) => xmp.replace(/>Harbours</, '>Draft 3<')),
  },
  {
    name: 'no language',
    rule: 'pdf-language',
    veraPdf: ['7.2-2', '7.2-24', '7.2-33'],
    breakIt: (file) => file.catalog.delete(key('Lang')),
  },
  {
    name: 'a language that is none',
    rule: 'pdf-language',
    veraPdf: ['7.2-29'],
    breakIt: inElement('P', (element) => element.dictionary.set(key('Lang'), PDFString.of('plain English'))),
  },
  {
    name: 'no outline',
    rule: 'pdf-outline',
    veraPdf: [],
    breakIt: (file) => file.catalog.delete(key('Outlines')),
  },
  {
    name: 'not said to be tagged',
    rule: 'pdf-tagged',
    veraPdf: ['6.2-1'],
    breakIt: (file) => file.catalog.delete(key('MarkInfo')),
  },
  {
    name: 'suspect tags',
    rule: 'pdf-tagged',
    veraPdf: ['7.1-4'],
    breakIt: (file) => dictionaryAt(file.catalog, 'MarkInfo')!.set(key('Suspects'), PDFBool.True),
  },
  {
    name: 'no structure',
    rule: 'pdf-tagged',
    veraPdf: ['7.1-11', '7.1-3', '7.18.5-1'],
    breakIt: (file) => file.catalog.delete(key('StructTreeRoot')),
  },
  {
    name: 'an area that is neither tagged nor an artifact',
    rule: 'pdf-untagged',
    veraPdf: ['7.1-3'],
    breakIt: inContent((content) => `${content}\nq 1 0 0 1 0 0 cm 10 10 20 20 re f Q`),
  },
  {
    name: 'text that is neither tagged nor an artifact',
    rule: 'pdf-untagged',
    veraPdf: ['7.1-3'],
    breakIt: inContent((content) => content.replace(firstMarked, (all) => `${all} ${/BT[\s\S]*ET/.exec(all)![0]}`)),
  },
  {
    name: 'an artifact within tagged content',
    rule: 'pdf-artifact',
    veraPdf: ['7.1-1', '7.1-2'],
    breakIt: inContent((content) =>
      content.replace(firstMarked, (all) => all.replace(/EMC$/, '/Artifact BMC EMC EMC')),
    ),
  },
  {
    name: 'tagged content within an artifact',
    rule: 'pdf-artifact',
    veraPdf: ['7.1-2'],
    breakIt: inContent((content) => content.replace(firstMarked, '/Artifact BMC $& EMC')),
  },
  {
    name: 'content that no element owns',
    rule: 'pdf-mark',
    veraPdf: ['7.1-3'],
    breakIt: inTree((structure) => {
      const [paragraph] = typed(structure, 'P')
      paragraph!.children = paragraph!.children.filter((child) => !(child instanceof Mark))
    }),
  },
  {
    name: 'content that ends outside of its text object',
    rule: 'pdf-mark-nesting',
    veraPdf: [],
    breakIt: inContent((content) =>
      content.replace(firstMarked, (all) => all.replace(/(BT\s[\s\S]*?)ET([\s\S]*)EMC$/, '$1EMC ET$2')),
    ),
  },
  {
    name: 'content that is not ended',
    rule: 'pdf-mark-nesting',
    veraPdf: [],
    breakIt: inContent((content) => `${content}\n/Artifact BMC`),
  },
  {
    name: 'an element without a parent',
    rule: 'pdf-parent',
    veraPdf: ['7.1-3'],
    breakIt: inElement('P', (element) => element.dictionary.delete(key('P'))),
  },
  {
    name: 'a parent tree that lacks a page',
    rule: 'pdf-parent',
    veraPdf: ['7.1-3'],
    breakIt: (file) => file.getPage(0).node.set(key('StructParents'), PDFNumber.of(99)),
  },
  {
    name: 'a type that the role map does not know',
    rule: 'pdf-role',
    veraPdf: ['7.1-5'],
    breakIt: inElement('P', (element) => {
      element.type = 'Lead'
    }),
  },
  {
    name: 'a role map that leads round in a ring',
    rule: 'pdf-role',
    veraPdf: ['7.1-5', '7.1-6'],
    breakIt: inElement('P', (element, { root }) => {
      element.type = 'Lead'
      root.set(key('RoleMap'), root.context.obj({ Lead: 'Intro', Intro: 'Lead' }))
    }),
  },
  {
    name: 'a role map for a standard type',
    rule: 'pdf-role',
    veraPdf: ['7.1-7'],
    breakIt: inElement('P', (_, { root }) => {
      const map = dictionaryAt(root, 'RoleMap') ?? root.context.obj({})
      map.set(key('H3'), key('H2'))
      root.set(key('RoleMap'), map)
    }),
  },
  {
    name: 'a heading two levels down',
    rule: 'pdf-heading',
    veraPdf: ['7.4.2-1'],
    breakIt: inElement('H2', (element) => {
      element.type = 'H4'
    }),
  },
  {
    name: 'a first heading of the second level',
    rule: 'pdf-heading',
    veraPdf: ['7.4.2-1'],
    breakIt: inElement('H1', (element) => {
      element.type = 'H2'
    }),
  },
  {
    name: 'a heading without a level among others',
    rule: 'pdf-heading',
    veraPdf: ['7.4.4-2'],
    breakIt: inElement('H3', (element) => {
      element.type = 'H'
    }),
  },
  {
    name: 'two blocks in the other order',
    rule: 'pdf-reading-order',
    veraPdf: [],
    breakIt: inTree((structure) => {
      const [list] = typed(structure, 'L')
      const parent = parentOf(structure, list!)
      const at = parent.children.indexOf(list!)
      parent.children.splice(at - 1, 2, list!, parent.children[at - 1]!)
    }),
  },
  {
    name: 'a figure without words',
    rule: 'pdf-alternative',
    veraPdf: ['7.3-1'],
    breakIt: inElement('Figure', ({ dictionary }) => dictionary.delete(key('Alt'))),
  },
  {
    name: 'a figure with none in them',
    rule: 'pdf-alternative',
    veraPdf: ['7.3-1'],
    breakIt: inElement('Figure', (element) => element.setText('Alt', '')),
  },
  {
    name: 'a head without a body of rows',
    rule: 'pdf-table',
    veraPdf: ['7.2-14'],
    breakIt: inTree((structure) => {
      const [table] = typed(structure, 'Table')
      const [row] = typed(structure, 'TR')
      table!.children = table!.children.map((child) => (child === row ? structure.make('THead', [row]) : child))
    }),
  },
  {
    name: 'a caption among the rows',
    rule: 'pdf-table',
    veraPdf: ['7.2-16'],
    breakIt: inTree((structure) => {
      const [table] = typed(structure, 'Table')
      const [caption, first, ...rest] = table!.children
      table!.children = [first!, caption!, ...rest]
    }),
  },
  {
    name: 'a row that is too short',
    rule: 'pdf-table-grid',
    veraPdf: ['7.2-43'],
    breakIt: inTree((structure) => {
      const row = typed(structure, 'TR').at(-1)!
      const [head, cell] = row.elements
      head!.children.push(...cell!.children)
      row.children = [head!]
    }),
  },
  {
    name: 'a cell that spans more rows than there are',
    rule: 'pdf-table-grid',
    veraPdf: ['7.2-41'],
    breakIt: inElement('TD', (element) => element.setAttributes('Table', { RowSpan: PDFNumber.of(3) }), 1),
  },
  {
    name: 'a header that does not say what it heads',
    rule: 'pdf-table-header',
    veraPdf: ['7.5-1'],
    breakIt: (file) => {
      const { all } = Structure.of(file)!
      for (const head of all.filter(({ type }) => type === 'TH')) head.setAttributes('Table', { Scope: undefined })
      for (const cell of all.filter(({ type }) => type === 'TD')) cell.setAttributes('Table', { Headers: undefined })
    },
  },
  {
    name: 'cells whose only headers are not there',
    rule: 'pdf-table-header',
    veraPdf: ['7.5-2'],
    breakIt: (file) => {
      const { all, root } = Structure.of(file)!
      const Headers = root.context.obj([PDFString.of('nowhere')])
      for (const head of all.filter(({ type }) => type === 'TH')) head.setAttributes('Table', { Scope: undefined })
      for (const cell of all.filter(({ type }) => type === 'TD')) cell.setAttributes('Table', { Headers })
    },
  },
  {
    name: 'a cell with a header that is not there',
    rule: 'pdf-table-header',
    veraPdf: [],
    breakIt: inElement('TD', (element) =>
      element.setAttributes('Table', { Headers: element.dictionary.context.obj([PDFString.of('nowhere')]) }),
    ),
  },
  {
    name: 'an item without a body',
    rule: 'pdf-list',
    veraPdf: ['7.2-20'],
    breakIt: inElement('LBody', (element) => {
      element.type = 'P'
    }),
  },
  {
    name: 'a list that holds no items',
    rule: 'pdf-list',
    veraPdf: ['7.2-18', '7.2-19'],
    breakIt: inElement('LI', (element) => {
      element.type = 'Div'
    }),
  },
  {
    name: 'a note without an id',
    rule: 'pdf-note',
    veraPdf: ['7.9-1'],
    breakIt: inElement('Note', ({ dictionary }) => dictionary.delete(key('ID'))),
  },
  {
    name: 'two notes with one id',
    rule: 'pdf-note',
    veraPdf: ['7.9-2'],
    breakIt: inElement('Note', (element) => element.dictionary.set(key('ID'), PDFString.of('note-1')), 1),
  },
  {
    name: 'a link that no Link holds',
    rule: 'pdf-link',
    veraPdf: ['7.18.5-1'],
    breakIt: inElement('Link', (element) => {
      element.type = 'Span'
    }),
  },
  {
    name: 'a link without words',
    rule: 'pdf-link',
    veraPdf: ['7.18.1-2', '7.18.5-2'],
    breakIt: (file) => linkOf(file).delete(key('Contents')),
  },
  {
    name: 'a sticky note that is not tagged',
    rule: 'pdf-annotation',
    veraPdf: ['7.18.1-1'],
    breakIt: (file) => addAnnotation(file, { Subtype: 'Text', Contents: PDFHexString.fromText('Ask them') }),
  },
  {
    name: 'a form field without words',
    rule: 'pdf-annotation',
    veraPdf: ['7.18.1-3', '7.18.4-1'],
    breakIt: (file) => addAnnotation(file, { Subtype: 'Widget', FT: 'Tx' }),
  },
  {
    name: 'links in no order',
    rule: 'pdf-tab-order',
    veraPdf: ['7.18.3-1'],
    breakIt: (file) => file.getPage(0).node.delete(key('Tabs')),
  },
  {
    name: 'a typeface that is not in the file',
    rule: 'pdf-font',
    veraPdf: ['7.21.4.1-1'],
    breakIt: (file) => {
      const [font] = fontsOf(file)
      const descriptor = dictionaryAt(dictionaryAt(arrayAt(font, 'DescendantFonts'), 0), 'FontDescriptor')!
      for (const program of ['FontFile', 'FontFile2', 'FontFile3']) descriptor.delete(key(program))
    },
  },
  {
    name: 'letters without a meaning',
    rule: 'pdf-unicode',
    veraPdf: ['7.21.7-1'],
    breakIt: (file) => fontsOf(file)[0]!.delete(key('ToUnicode')),
  },
  {
    name: 'letters that mean U+0000',
    rule: 'pdf-unicode',
    veraPdf: ['7.21.7-2'],
    breakIt: (file) => {
      const [font] = fontsOf(file)
      const map = Buffer.from(bytesAt(font, 'ToUnicode')!).toString('latin1')
      const zero = map.replace(
        /(begin(?:bfchar|bfrange)\s+(?:<[0-9a-f]+>\s*)+?)<[0-9a-f]{4}>(?=\s*(?:\n|<))/i,
        '$1<0000>',
      )
      font!.set(key('ToUnicode'), file.context.register(file.context.flateStream(zero)))
    },
  },
  {
    name: 'faint letters',
    rule: 'pdf-contrast',
    veraPdf: [],
    breakIt: inContent((content) => content.replace(firstMarked, 'q .7 .7 .7 rg $& Q')),
  },
]
