import { readFileSync } from 'node:fs'
import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { sourcesFrom } from '../../src/document/source.ts'
import type { Language } from '../../src/locale/locales.ts'
import { tailorAll } from './built.ts'
import { amountsIn, factsIn, groundless, numbersIn } from './facts.ts'
import { chartsIn, type Leaf, leavesOf } from './leaves.ts'
import { untrueIn, wordsBehind } from './sources.ts'

/**
 * Tests that the facts of a source folder's documents agree with its report: every number and date stands in the cell or the lines that its passage rests
 * on. What has no source is framing: its numbers are written in the template or are the report's title, and stand in the report as
 * well.
 */
export async function testNumbersOf(source: string): Promise<void> {
  const { prepared, documents } = await tailorAll(source)
  const { report, written: lines } = prepared.material
  const language = report.language as Language
  const facts = (text: string) => factsIn(text, language)
  const everywhere = new Set(facts(lines.join('\n')))
  const { title, subtitle, shortTitle, publisher } = report
  const cards = report.cards.flatMap(({ fields }) => String(fields.number ?? ''))

  /** What a leaf tells that is not where it comes from. */
  const strange = ({ text, sources }: Leaf): { fact: string; text: string }[] => {
    const ground = sources.flatMap((source) => facts(wordsBehind(source, report, lines)))
    return groundless(facts(text), ground, language).map((fact) => ({ fact, text }))
  }

  describe.each(documents)('$name', ({ document, files }) => {
    const leaves = leavesOf(document.tree)
    const ofKind = (...kinds: Leaf['kind'][]) => leaves.filter(({ kind }) => kinds.includes(kind))
    const said = ofKind('words', 'head', 'figure', 'label')

    test('every number and date stands in the cell or the lines it rests on', () => {
      const resting = said.filter(({ sources }) => sources.length)
      expect(resting.flatMap(strange)).toEqual([])
      expect(resting.filter(({ text }) => numbersIn(text).length).length).toBeGreaterThan(5)
      // any of them would be found if it were another
      const altered = resting.map((leaf) => ({ ...leaf, text: leaf.text.replace(/\d/, (digit) => `${digit}98765`) }))
      expect(altered.filter((leaf) => numbersIn(leaf.text).length && !strange(leaf).length)).toEqual([])
    })

    test('what rests on nothing has its numbers from the template and the report', () => {
      const written = files.map(({ path }) => readFileSync(path, 'utf8'))
      const framing = new Set(facts([...written, title, subtitle, shortTitle, publisher].join('\n')))
      const loose = said.filter(({ sources }) => !sources.length).flatMap(({ text }) => facts(text))
      expect(loose.filter((fact) => !framing.has(fact) || !everywhere.has(fact))).toEqual([])
      expect(ofKind('entry').filter(({ text }) => text && !cards.includes(text))).toEqual([])
    })

    test('source lines and notes name lines, sections and tables that there are', () => {
      const places = [...sourceLinesOf(document.tree), ...ofKind('note').map(({ text }) => text)]
      expect(places.flatMap((text) => untrueIn(text, report).map((wrong) => ({ wrong, text })))).toEqual([])
      expect(places.length).toBeGreaterThan(3)
    })

    test('marks are the numbers of notes, and every note has its mark', () => {
      const marks = new Set(ofKind('mark').map(({ text }) => text))
      const notes = ofKind('note-number').map(({ text }) => text)
      expect([...marks]).toEqual(notes)
      expect(notes).toEqual(notes.map((_, at) => String(at + 1)))
    })
  })

  test('the numbers of charts are those of their cells, and are drawn as large as they are written', () => {
    const charts = documents.flatMap(({ document }) => chartsIn(document.tree))
    expect(charts.length).toBeGreaterThan(3)
    for (const { categories, series, reference, children } of charts) {
      const points = [...series.flatMap(({ points }) => points), reference?.point].filter((point) => point != null)
      const gaps = series.flatMap(({ gaps = [] }) => gaps).filter((gap) => gap !== null)
      expect(
        [...points, ...gaps].flatMap(({ text, origin }) =>
          strange({ kind: 'figure', block: null, text, sources: sourcesFrom(origin) }),
        ),
      ).toEqual([])
      for (const { value, max, text } of points)
        expect(amountsIn(text, language), text).toEqual([value, max ?? []].flat())
      const figures = new Set(leavesOf({ type: 'root', children }).flatMap(({ text }) => numbersIn(text)))
      const names = [...categories, ...series.map(({ name }) => name), reference?.label ?? '']
      expect(names.flatMap(numbersIn).filter((number) => !figures.has(number))).toEqual([])
    }
  })
}

/** The text of each source line. */
function sourceLinesOf(node: Nodes): string[] {
  if (node.type === 'sourceLine')
    return [
      leavesOf({ type: 'root', children: node.children })
        .map(({ text }) => text)
        .join(''),
    ]
  const foot = node.type === 'slide' ? node.sources.flatMap(sourceLinesOf) : []
  return 'children' in node ? [...(node.children as Nodes[]).flatMap(sourceLinesOf), ...foot] : []
}
