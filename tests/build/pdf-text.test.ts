import type { Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { afterAll, describe, expect, test } from 'vitest'
import { Workshop } from '../../src/build/formats.ts'
import type { Slide } from '../../src/document/nodes.ts'
import type { Locale } from '../../src/locale/locale.ts'
import { locales } from '../../src/locale/locales.ts'
import { wordsOf as chartInWords } from '../../src/render/chart/words.ts'
import { fitSlides } from '../../src/render/slides/fit.ts'
import { type TailoredDocument, tailorAll } from '../support/built.ts'
import { chartsIn, type Leaf, leavesOf, textOf } from '../support/leaves.ts'
import { firstDifference, lost, textOfPdf, wordsOf } from '../support/pdf-text.ts'
import { newPrinter } from '../support/printing.ts'

/** The text of PDFs, as it is read aloud, copied and searched, is that of their documents, word by word. */
const printer = newPrinter()
afterAll(() => printer.close())

const sources = await Promise.all(['source', 'examples/library-hours'].map(tailorAll))
const documents = sources.flatMap((source) => source.documents)
const printed = documents.flatMap((tailored) => {
  const formats = tailored.document.kind === 'deck' ? (['pdf', 'pdf-notes'] as const) : (['pdf'] as const)
  return formats.map((format) => ({ name: `${tailored.name}/${tailored.document.name}`, format, tailored }))
})

describe.each(printed)('$name as $format', ({ tailored, format }) => {
  const { document, dress } = tailored

  test('says every word of its document whole, in its order, and no other', async () => {
    const workshop = await Workshop.of(document, dress, printer, new Date(0))
    const { tagged, painted } = await textOfPdf((await workshop.make(format)).data as Uint8Array)
    const expected = await wordsOfPdf(tailored, format)
    expect(firstDifference(expected.aloud, tagged, headsIn(document.tree))).toBeNull()
    expect(lost(expected.seen, painted)).toEqual([])
    expect(new Set(wordsOf(painted))).toEqual(new Set([...wordsOf(painted), ...drawnIn(document.tree)]))
    expect(painted).not.toMatch(/[\u00ad\u200b\u2060\ufb00-\ufb06\ufffd\p{Co}]/u)
  })
})

/** The words of a PDF as they are read aloud, and as they are seen. */
async function wordsOfPdf({ document, dress }: TailoredDocument, format: string) {
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

describe('a PDF that says something else is found out', async () => {
  const tailored = documents.find(({ name, document }) => name === 'politikere' && document.kind === 'brief')!
  const { document, dress } = tailored
  const workshop = await Workshop.of(document, dress, printer, new Date(0))
  const text = await textOfPdf((await workshop.make('pdf')).data as Uint8Array)
  const { aloud, seen } = await wordsOfPdf(tailored, 'pdf')

  test('a word less or more in the document', () => {
    for (const at of [0, 20, aloud.length - 1]) {
      expect(firstDifference(aloud.toSpliced(at, 1), text.tagged)).not.toBeNull()
      expect(firstDifference(aloud.toSpliced(at, 0, 'skibe'), text.tagged)).not.toBeNull()
      expect(lost(seen.toSpliced(at, 0, 'skibe'), text.painted)).not.toEqual([])
    }
  })

  test('a space less or more, a hyphen, another letter, another order', () => {
    const long = aloud.find((word) => /^\p{L}{12,}$/u.test(word))!
    const half = long.slice(0, 6)
    const [one, two] = aloud.slice(20, 22) as [string, string]
    for (const [from, to] of [
      [long, `${half} ${long.slice(6)}`],
      [long, `${half}\n${long.slice(6)}`],
      [long, `${half}-\n${long.slice(6)}`],
      [long, `${half}\u00ad${long.slice(6)}`],
      [/\s+(?=\S+$)/, ''],
      ['ø', 'o'],
      [new RegExp(`${one}\\s+${two}`), `${two} ${one}`],
    ] as const) {
      const other = text.tagged.trimEnd().replace(from, to)
      expect(other).not.toBe(text.tagged.trimEnd())
      expect(firstDifference(aloud, other), String(from)).not.toBeNull()
    }
  })

  test('what a line’s end cuts after a hyphen or a dash is one word, and what it does not is not', () => {
    expect(firstDifference(['en', 'e-mail', 'af', '5–7', 'ord'], 'en e-\nmail af 5–\n7 ord')).toBeNull()
    expect(firstDifference(['en', 'e-mail'], 'en e- mail')).not.toBeNull()
    expect(firstDifference(['bolig-', 'og', 'by'], 'bolig-\nog by')).toBeNull()
    expect(firstDifference(['by'], 'A B by', [['A', 'B']])).toBeNull()
    expect(firstDifference(['by'], 'A by', [['A', 'B']])).not.toBeNull()
  })
})
