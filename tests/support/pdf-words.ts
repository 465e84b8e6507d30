import type { Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { afterAll, describe, expect, test } from 'vitest'
import { Workshop } from '../../src/build/formats.ts'
import type { Slide } from '../../src/document/nodes.ts'
import type { Locale } from '../../src/locale/locale.ts'
import { locales } from '../../src/locale/locales.ts'
import { wordsOf as chartInWords } from '../../src/render/chart/words.ts'
import { fitSlides } from '../../src/render/slides/fit.ts'
import { type BuiltDocument, builtAll, type TailoredDocument } from './built.ts'
import { chartsIn, type Leaf, leavesOf, textOf } from './leaves.ts'
import { firstDifference, lost, textOfPdf, wordsOf } from './pdf-text.ts'
import { newPrinter } from './printing.ts'

/** Tests that the text of a source folder's PDFs, as it is read aloud, copied and searched, is that of their documents, word by word. */
export async function testWordsOf(source: string): Promise<void> {
  const printer = newPrinter()
  afterAll(() => printer.close())

  const printed = (await builtAll(source)).flatMap((built) => {
    const formats = built.document.kind === 'deck' ? (['pdf', 'pdf-notes'] as const) : (['pdf'] as const)
    const all = built.planned.some(({ format }) => format === 'pdf') ? formats : []
    return all.map((format) => ({ name: `${built.name}/${built.document.name}`, format, built }))
  })

  describe.each(printed)('$name as $format', ({ built, format }) => {
    const { document, dress } = built

    test('says every word of its document whole, in its order, and no other', async () => {
      const made = async () => (await Workshop.of(document, dress, printer, new Date(0))).make(format)
      const pdf = pdfOf(built, format) ?? ((await made()).data as Uint8Array)
      const { tagged, painted } = await textOfPdf(pdf)
      const expected = await wordsOfPdf(built, format)
      expect(firstDifference(expected.aloud, tagged, headsIn(document.tree))).toBeNull()
      expect(lost(expected.seen, painted)).toEqual([])
      expect(new Set(wordsOf(painted))).toEqual(new Set([...wordsOf(painted), ...drawnIn(document.tree)]))
      expect(painted).not.toMatch(/[\u00ad\u200b\u2060\ufb00-\ufb06\ufffd\p{Co}]/u)
    })
  })
}

/** A document's PDF as it was built; nothing where it was not built in that format. */
export function pdfOf({ built }: BuiltDocument, wanted = 'pdf'): Uint8Array | undefined {
  return built.find(({ format }) => format === wanted)?.data as Uint8Array | undefined
}

/** The words of a PDF as they are read aloud, and as they are seen. */
export async function wordsOfPdf({ document, dress }: TailoredDocument, format: string) {
  const { kicker, runningTitle } = document
  const say = locales[document.language].words
  const { logo } = dress.theme
  const words = (tree: Root) => textOf(leavesOf(tree, dress.theme).map(asPrinted))
  if (document.kind === 'brief') {
    const aloud = [logo?.alt, kicker, runningTitle, words(inWords(document.tree, 'aloud', say))]
    const seen = [kicker, runningTitle, words(inWords(document.tree, 'seen', say))]
    return { aloud: wordsOf(aloud.join(' ')), seen: wordsOf(seen.join(' ')) }
  }
  const { tree } = await fitSlides(document.tree, dress.theme)
  const slides = (as: 'aloud' | 'seen') =>
    inWords(tree, as, say).children.flatMap((node, at) => {
      const { title, part, notes, ...slide } = node as Slide
      const marked = part ? [...title, { type: 'text' as const, value: ` ${part.at}/${part.of}` }] : title
      const sheet = words({ type: 'root', children: [{ ...slide, title: marked, notes: [] }] })
      return [sheet, String(at + 1), ...(format === 'pdf-notes' ? [words({ type: 'root', children: notes })] : [])]
    })
  const aloud = [logo?.alt, kicker, ...slides('aloud')]
  return { aloud: wordsOf(aloud.join(' ')), seen: wordsOf([kicker, ...slides('seen')].join(' ')) }
}

/** A chart is described aloud, and drawn; a missing cell is a dash to the eye. */
function inWords(tree: Root, as: 'aloud' | 'seen', { empty }: Locale['words']): Root {
  const told = structuredClone(tree)
  visit(told, (node) => {
    if (node.type === 'missing' && as === 'seen') node.value = '–'
    if (node.type !== 'chart') return
    const words: RootContent[] = as === 'aloud' ? [{ type: 'text', value: chartInWords(node, empty) }] : []
    node.children = [...words, ...node.children.slice(1)] as typeof node.children
  })
  return told
}

const asPrinted = (leaf: Leaf): Leaf => (leaf.kind === 'item' ? { ...leaf, text: `${leaf.text}.` } : leaf)

/** The words of a tree's charts. */
function drawnIn(tree: Root): string[] {
  return chartsIn(tree).flatMap(({ categories, series }) =>
    [...categories, ...series.flatMap(({ points }) => points.map((point) => point?.text ?? ''))].flatMap(wordsOf),
  )
}

/** The heads of tables, which come again where a table goes on on the next page. */
function headsIn(tree: Root): string[][] {
  const heads: string[][] = []
  visit(tree, (node) => {
    if (node.type === 'table') heads.push(wordsOf(textOf(leavesOf({ type: 'root', children: [node.children[0]!] }))))
    if (node.type === 'diagram') heads.push(node.stages.flatMap(wordsOf))
  })
  return heads.filter(({ length }) => length)
}
