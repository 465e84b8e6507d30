import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { type BuiltDocument, builtAll, tailorAll } from '../support/built.ts'
import { deviationsIn, groundlessIn } from '../support/deviations.ts'
import { newPrinter } from '../support/printing.ts'

/**
 * The numbers and dates of built files are those of their documents, which tests/build/numbers.test.ts holds to the report: here of
 * the example, whose page of components has everything that a document can be made of; tests/shipped/report.test.ts does the same
 * for the report in source/.
 */
const printer = newPrinter()
afterAll(() => printer.close())
const tailored = await tailorAll('examples/library-hours')
const { material } = tailored.prepared
const documents = await builtAll('examples/library-hours')

test.each(documents.flatMap((document) => document.built.map((file) => ({ ...file, document }))))(
  '$path has the numbers of its document, each as often, and no other',
  async ({ document, format, data }) => expect(await deviationsIn(document, format, data)).toEqual([]),
)

test.each(documents)('the page of $name says where its numbers come from, and there they stand', ({ built }) => {
  const html = built.find(({ format }) => format === 'html')!.data as string
  expect(groundlessIn(html, material)).toEqual([])
  const moved = html.replace(/(data-source="report\.md:)(\d+)(?=[ "])/g, '$11')
  expect(groundlessIn(moved, material).length).toBeGreaterThan(20)
})

describe('a file that is altered is found out', () => {
  const components = documents.find(({ name }) => name === 'components')!
  const branch = documents.find(({ name }) => name === 'branches/Stanner')!
  const fileOf = ({ built }: BuiltDocument, wanted: string) => built.find(({ format }) => format === wanted)!.data

  /** A text with one passage put in the place of another, which must be there. */
  const exchanged = (text: string, [from, to]: [RegExp, string]) => {
    expect(text).toMatch(from)
    return text.replace(from, to)
  }
  const repacked = (docx: Uint8Array, part: RegExp, change: [RegExp, string]) => {
    const parts = unzipSync(docx)
    const [path] = Object.keys(parts).filter((name) => part.test(name) && change[0].test(strFromU8(parts[name]!)))
    expect(path).toBeDefined()
    return zipSync({ ...parts, [path!]: strToU8(exchanged(strFromU8(parts[path!]!), change)) })
  }

  test.each<[string, [RegExp, string], string[]]>([
    ['a key figure', [/(class="key-figure">.*?)243/s, '$1248'], ['more: 248', 'less: 243']],
    ['a number that is gone', [/(class="key-figure">.*?)243/s, '$1'], ['less: 243']],
    ['a number that was not there', [/<\/h1>/, ' 98765$&'], ['more: 98765']],
    ['two cells that changed places', [/(<tr.*?<td[^>]*>.*?)(\d+)(.*?<td[^>]*>.*?)(\d+)/s, '$1$4$3$2'], []],
    ['a line number', [/>(lines \d+–)(\d+)</, '>$198765<'], ['more: 98765']],
    ['a mark', [/(<sup class="mark"><a[^>]*>)\d+/, '$198765'], ['more: 98765']],
    ['a label of a chart', [/(<text[^>]*data-source[^>]*>)\+45</, '$1-45<'], []],
    ['a source of a label', [/(<text[^>]*data-source="report\.md:)\d+/, '$11'], []],
    ['a mark of an axis', [/(<text(?:(?!data-source)[^>])*>)2</, '$12.5<'], ['an axis of 0,1,2.5,3']],
    ['a chart in words', [/(aria-label="[^"]*?)\+45/, '$1+46'], ['more: +46', 'less: +45']],
    ['the title of a chart in words', [/(aria-label="[^"]*?)45/, '$146'], ['1 drawings of no chart']],
    ['a sign', [/(<td[^>]*>(?:<[^>]*>)*)\+45/, '$1-45'], ['more: -45', 'less: +45']],
  ])('HTML: %s', async (_, change, found) => {
    const deviations = await deviationsIn(components, 'html', exchanged(fileOf(components, 'html') as string, change))
    expect(deviations).not.toEqual([])
    expect(deviations).toEqual(expect.arrayContaining(found))
  })

  test('HTML: a date', async () => {
    const html = exchanged(fileOf(branch, 'html') as string, [/in March 2025/, 'in April 2025'])
    expect(await deviationsIn(branch, 'html', html)).toEqual(['less: march 2025'])
  })

  test.each<[string, RegExp, [RegExp, string], string[]]>([
    ['a number', /document/, [/243/, '248'], ['more: 248', 'less: 243']],
    ['a label of a chart', /media/, [/>\+45</, '>+46<'], ['less: +45', 'more: +46']],
    ['a line number in a note', /footnotes/, [/\((lines? )\d+/, '($198765'], ['more: 98765']],
    ['a running head', /header/, [/(<w:t(?: [^>]*)?>)/, '$198765 '], ['more: 98765']],
  ])('Word: %s', async (_, part, change, found) => {
    const docx = repacked(fileOf(components, 'docx') as Uint8Array, part, change)
    expect(await deviationsIn(components, 'docx', docx)).toEqual(expect.arrayContaining(found))
  })

  test.each<[string, [RegExp, string], string[]]>([
    ['a number', [/243/, '248'], ['more: 248', 'less: 243']],
    ['a note', [/(\[\^1\]: .*?)\d+/, '$198765'], ['more: 98765']],
  ])('Markdown: %s', async (_, change, found) => {
    const md = exchanged(fileOf(components, 'md') as string, change)
    expect(await deviationsIn(components, 'md', md)).toEqual(expect.arrayContaining(found))
  })

  test('PDF: a number, a label of a chart, a number of a page', async () => {
    const html = fileOf(components, 'html') as string
    const changes: [RegExp, string][] = [
      [/(class="key-figure">.*?)243/s, '$1248'],
      [/(<text[^>]*data-source[^>]*>)\+45</, '$1+46<'],
      [/counter\(page\)/, 'counter(page) "0"'],
    ]
    const { pdf } = await printer.print(changes.reduce(exchanged, html))
    const deviations = await deviationsIn(components, 'pdf', pdf)
    expect(deviations).toEqual(expect.arrayContaining(['more: 248', 'less: 243', 'more: +46', 'less: +45']))
    expect(deviations).toContain('page 1 has another number')
  })
})
