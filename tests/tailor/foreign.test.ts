import { readFileSync } from 'node:fs'
import type { Nodes, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../src/input/problem.ts'
import type { Language } from '../../src/locale/locales.ts'
import { plainText } from '../../src/model/text.ts'
import { readReport } from '../../src/read/read.ts'
import { markForeign } from '../../src/tailor/foreign.ts'
import { extractedText } from '../support/extracted-report.ts'
import { tailored } from '../support/tailored.ts'

function foreignIn(tree: Nodes): string[] {
  const found: string[] = []
  visit(tree, 'foreign', (node) => {
    found.push(`${node.language}: ${plainText(node)}`)
  })
  return found
}

function marked(markdown: string, around: Language = 'da'): string[] {
  const tree: Root = unified().use(remarkParse).parse(markdown)
  const before = plainText(tree)
  markForeign(tree, around)
  expect(plainText(tree)).toBe(before)
  return foreignIn(tree)
}

describe('the passages of a report that came out of a PDF', () => {
  const { tree } = readReport(extractedText, 'report.md', 'da')
  markForeign(tree, 'da')

  test('are those in English, and no others', () => {
    const cards = [
      'To meet or not to meet (your caseworker)',
      'The Institute for the Study of Labor (IZA) in Bonn',
      'Experimental Evidence on the Effects of Early Meetings and Activation',
      'The Institute for the Study of Labor (IZA) in Bonn',
      'Do public or private providers of employment service matter for employment?',
      'Experimental evidence from intensified placement effort among unemployed in Sweden (9)',
      'Does on-the-job training help graduates find a job? Evidence from an Italian region',
      "Joint Research Centre (JRC), the European Commission's science and knowledge service.",
    ]
    const list = [
      'To meet or not to meet (your caseworker) – That is the Question The Institute for the Study of Labour',
      'Does on-the-job training help graduates find a job? Evidence from an Italian region JRC Working Papers in Economic and Finance (European Commission)',
      'Experimental evidence from intensified placement effort among unemployed in Sweden The Institute for Labour Market Policy Evaluation for Swedish Ministry of Employment',
      'Experimental Evidence on the Effects of Early Meetings and Activation The Institute for the Study of Labour',
      'Do public or private providers of employment service matter for employment?',
    ]
    expect(foreignIn(tree)).toEqual([...list, ...cards].map((text) => `en: ${text}`))
  })

  test('a report has none in its own language', () => {
    const text = readFileSync('examples/library-hours/report.md', 'utf8')
    const { tree } = readReport(text, 'report.md', 'en')
    markForeign(tree, 'en')
    expect(foreignIn(tree)).toEqual([])
  })
})

test.each([
  ['a paragraph', 'The ships *that* call at the port are few.', ['en: The ships that call at the port are few.']],
  ['a title after its number', '## 4. The ships of the port', ['en: The ships of the port']],
  ['a title after its label', '- Titel: The ships of the port', ['en: The ships of the port']],
  ['a book, not its authors', 'Anna Holm (2012): *The ships of the port*. Kajen', ['en: The ships of the port']],
  ['a sentence', 'Havnen er stor. It was built by the king. Det er længe siden.', ['en: It was built by the king.']],
  ['a quotation', 'Rapporten "The ships of the port" er ny.', ['en: The ships of the port']],
  ['one in single marks', "Rapporten 'The ships of the port' er ny.", ['en: The ships of the port']],
  ['brackets', 'Skibene (the ships that call at it) er små.', ['en: (the ships that call at it)']],
  ['an emphasized phrase', 'De kalder det *the ships of the port* hver dag.', ['en: the ships of the port']],
  [
    'two languages',
    'Både "the ships of the port" og "les navires et les ports sont ici" er med.',
    ['en: the ships of the port', 'fr: les navires et les ports sont ici'],
  ],
  ['both marks of a quotation', '"The ships" are not of the port', ['en: "The ships" are not of the port']],
  ['a cell and a list', '- Kajen\n- The ships of the port\n\n> Det er den.', ['en: The ships of the port']],
  ['none', 'Havnen er en del af byen, og skibene ligger der.', []],
  ['no code', 'Skriv `the ships of the port` nu.', []],
])('%s', (_, markdown, expected) => expect(marked(markdown)).toEqual(expected))

describe(':lang', () => {
  const make = async (template: string) => (await tailored(`# T\n\n${template}\n`)).tree
  const problem = async (template: string) => problemsOf(await make(template).catch((error) => error))[0]?.details

  test('says the language, in its usual spelling', async () => {
    const tree = await make('Metoden :lang[Individual Placement and Support]{en} og :lang[*saudade*]{PT-br}.')
    expect(foreignIn(tree)).toEqual(['en: Individual Placement and Support', 'pt-BR: saudade'])
  })

  test('what it marks is not marked again', async () => {
    expect(foreignIn(await make('De siger ":lang[The ships of the port]{en-US}".'))).toEqual([
      'en-US: The ships of the port',
    ])
    expect(foreignIn(await make(':lang[The ships of the port]{da}'))).toEqual(['da: The ships of the port'])
  })

  test('holds what the report says', async () => {
    const tree = await make('## :lang[{{report.title}}]{sv}{{report.date}}'.replace('{{report.date}}', ' nu'))
    expect(foreignIn(tree)).toEqual(['sv: Havnens regnskab'])
  })

  test('a tag that is none is told with its place and the nearest', async () => {
    expect(await problem('ord\n\nMetoden :lang[IPS]{en_GB}')).toMatchObject({
      file: 'source/templates/briefs/brief.md.hbs',
      line: 5,
      column: 9,
      found: 'en_GB',
      nearest: 'en',
    })
    expect(await problem(':chip[a] :lang[b]{dk}')).toMatchObject({ line: 3, column: 10, found: 'dk', nearest: 'da' })
    expect(await problem(':lang[IPS]')).toMatchObject({ line: 3, column: 1, found: 'none' })
    expect(await problem(':lang[IPS]{en da}')).toMatchObject({ line: 3, found: 'en da' })
  })
})

test('a passage gets the quotation marks and dashes of its own language, and an unknown one keeps its own', async () => {
  const { tree } = await tailored(
    '# T\n\nHan sagde ":lang[the "best" - ever]{en}" og "ja".\n\n:lang[the "best"]{fi}\n\n"The ships" are not of the port.\n',
  )
  expect(plainText(tree.children[1]!)).toBe('Han sagde »the “best” – ever« og »ja«.')
  expect(plainText(tree.children[2]!)).toBe('the "best"')
  expect(plainText(tree.children[3]!)).toBe('“The ships” are not of the port.')
})
