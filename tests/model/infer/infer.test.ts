import { describe, expect, test } from 'vitest'
import { inferProfile } from '../../../src/model/infer/infer.ts'
import { modelReport } from '../../../src/model/model.ts'
import { readReport } from '../../../src/read/read.ts'
import { extractedProfile, extractedText } from '../../support/extracted-report.ts'
import { english, french, german, studies } from './reports.ts'

const infer = (text: string) => inferProfile(readReport(text, 'report.md'), { name: 'the name of the file' })
const modelled = (text: string) => {
  const read = readReport(text, 'report.md')
  return modelReport(read, inferProfile(read, { name: 'x' }).profile)
}
const paragraphs = (...texts: string[]) => `# T\n\n## One\n\n${texts.join('\n\n')}\n`
const table = '| a | b |\n|---|---|\n| 1 | 2 |'

test('an English report: every part of its profile, each with what it was read from', () => {
  const { profile, said } = infer(english)
  expect(profile).toEqual({
    language: 'en',
    title: 'The harbours of the coast',
    date: '2024-05',
    bibliography: 'References',
    cards: {
      recommendation: { from: 'headings', in: 'Recommendations', heading: 'Recommendation {number}: {title}' },
    },
    entities: {
      harbour: [
        { name: 'Northport', aliases: ['Port of Northport'] },
        { name: 'Southport', aliases: ['Port of Southport'] },
        { name: 'Eastport' },
      ],
    },
  })
  expect(said.title).toEqual(['The first heading, line 1.'])
  expect(said.subtitle).toEqual(['On the title page stand: “Port Authority” (line 3).'])
  expect(said.date).toEqual(['From “May 2024”, line 5.'])
  expect(said.cards).toEqual([expect.stringContaining('lines 43, 47')])
})

test('captions in a language that may have no table of words: by their numbers and what follows', () => {
  const { tables } = modelled(german)
  expect(tables.map(({ id, empty }) => [id, empty])).toEqual([
    ['Tabelle 1', false],
    ['Tabelle 2', false],
    ['Abbildung 1', true],
    ['Abbildung 2', true],
  ])
  expect(modelled(french).tables.map(({ id }) => id)).toEqual(['Tableau 1', 'Tableau 2'])
})

test('names at the head of columns and rows, without years and sums', () => {
  expect(infer(german).profile.entities).toEqual({ entity: [{ name: 'Nordhafen' }, { name: 'Südhafen' }] })
  expect(infer(french).profile.entities).toEqual({ port: [{ name: 'Portneuf' }, { name: 'Portvieux' }] })
})

describe('captions', () => {
  test.each<[string, string, object | undefined]>([
    ['the language writes them so', paragraphs('Table 1: The ships of the coast', table), undefined],
    ['capitals', paragraphs('TABLE 1: THE SHIPS', table), { table: ['TABLE'] }],
    [
      'a box, once',
      paragraphs('The box is of the report.', 'Infobox 1: What it is', 'It is a box.'),
      { box: ['Infobox'] },
    ],
    ['another word', paragraphs('Panel 1. Up', table, 'Panel 2. Down', table), { table: ['Panel'] }],
    [
      'another word, before pictures',
      paragraphs('Sketch 1. Up', '![a](b)', 'Sketch 2. Down', '![c](d)'),
      { figure: ['Sketch'] },
    ],
    ['another word, once', paragraphs('Panel 1. Up', table), undefined],
    ['another word, numbers that fall', paragraphs('Panel 2. Up', table, 'Panel 1. Down', table), undefined],
    ['text that counts', paragraphs('Step 1: Look', 'Step 2: Go', 'Step 3: Come'), undefined],
  ])('%s', (_, text, captions) => {
    expect(infer(`${text}\nThis is of the report, and it was read by the authority.\n`).profile.captions).toEqual(
      captions,
    )
  })
})

describe('cards that are headings', () => {
  const heading = (words: string, text = 'Text of it.') => `### ${words}\n\n${text}`
  test.each<[string, string[], object]>([
    [
      'a word, a sign and a number',
      ['STEP #1. GO', 'STEP #2. COME'].map((each) => heading(each)),
      { step: 'STEP #{number}. {title}' },
    ],
    ['one alone', [heading('Step 1: Go')], {}],
    ['without a title', ['Step 1', 'Step 2'].map((each) => heading(each)), {}],
    ['sections of a report', ['Chapter 1: Go', 'Chapter 2: Come'].map((each) => heading(each)), {}],
    ['appendices', ['Appendix 1: Go', 'Appendix 2: Come'].map((each) => heading(each)), {}],
    ['parts that hold sections', ['Part 1: Go', 'Part 2: Come'].map((each) => heading(each, '#### More\n\nText.')), {}],
    ['signs that differ', ['Step 1: Go', 'Step 2. Come'].map((each) => heading(each)), {}],
  ])('%s', (_, headings, expected) => {
    const { cards } = infer(
      `# The title\n\n## Of the steps\n\nThis is of the report.\n\n${headings.join('\n\n')}\n`,
    ).profile
    const patterns = Object.entries(cards).map(([type, card]) => [type, 'heading' in card && card.heading])
    expect(Object.fromEntries(patterns)).toEqual(expected)
  })

  test('at the top there is no section to name, which is said', () => {
    const { profile, said } = infer('# T\n\n## Step 1: Go\n\nText.\n\n## Step 2: Come\n\nText.\n')
    expect(profile.cards).toEqual({})
    expect(said.cards).toEqual([expect.stringMatching(/^2 headings read as .*they are no cards/)])
  })
})

describe('cards that are tables', () => {
  test('copies of a form: the labels that fields were found for, and those left', () => {
    const { profile, said } = infer(studies)
    expect(profile.cards).toEqual({
      study: {
        from: 'tables',
        firstCell: 'Study',
        fields: { title: 'Title', authors: 'Author', year: 'Year', purpose: 'Purpose of the study' },
      },
    })
    expect(said.cards![0]).toMatch(/2 tables begin with “Study”.*lines 5, 15\. .*found for: “Colour of the cover”/)
    expect(modelled(studies).studies).toMatchObject([
      { number: 1, title: 'On quays', year: 2019 },
      { number: 2, title: 'On cranes', year: 2020 },
    ])
    expect(profile.entities).toEqual({})
  })

  test('tables of figures with the same rows are none', () => {
    const ships = '| Harbour | Ships |\n|---|---|\n| Northport | 1 |\n| Southport | 2 |\n| Eastport | 3 |'
    const text = paragraphs('From Northport to Southport and Eastport.', ships, 'And', ships)
    expect(infer(text).profile).toMatchObject({ cards: {}, entities: { harbour: [{}, {}, {}] } })
  })
})

describe('entities', () => {
  const tables = (...names: string[]) => {
    const one = `| Place | Number |\n|---|---|\n${names.map((name) => `| ${name} | 1 |`).join('\n')}`
    return paragraphs('In the north Oldby and Newby have ships, tons and more. We saw Oldby.', one, 'Again.', one)
  }
  test.each<[string, string[], object]>([
    ['names', ['Oldby', 'Newby'], { place: [{ name: 'Oldby' }, { name: 'Newby' }] }],
    ['one name', ['Oldby'], {}],
    ['common words', ['Ships', 'Tons'], {}],
    ['years and sums', ['2019', '2020', 'Total', 'All harbours'], {}],
    [
      'one with its affix is not enough for an alias',
      ['Oldby', 'Newby', 'Port of Oldby'],
      {
        place: [{ name: 'Oldby' }, { name: 'Newby' }, { name: 'Port of Oldby' }],
      },
    ],
  ])('%s', (_, names, expected) => {
    expect(infer(tables(...names)).profile.entities).toEqual(expected)
  })

  test('a table alone makes no entities', () => {
    expect(
      infer(paragraphs('Oldby and Newby, Oldby.', '| P | n |\n|---|---|\n| Oldby | 1 |\n| Newby | 2 |')).profile
        .entities,
    ).toEqual({})
  })
})

describe('language', () => {
  test.each([
    [
      'da',
      'Det er en rapport om de skibe, som ikke er i havnen, og den har været læst af en eller to med lyst til det.',
    ],
    ['en', 'This is a report on the ships that are not in the harbour, and it has been read by one or two of them.'],
  ])('%s', (language, text) => expect(infer(text).profile.language).toBe(language))

  test('too few words are said to be few', () => {
    expect(infer('Hm.').said.language![0]).toMatch(/check/)
  })
})

describe('the head of the report', () => {
  test('without a heading the title is the name of the file', () => {
    expect(infer('Text.').profile.title).toBe('the name of the file')
  })

  test('a front matter goes first', () => {
    const matter = 'Title: "Ships: all"\nsubtitle: [One, Two]\ndate: 2024\nauthor: { name: A. Smith }\nlang: da-DK'
    const text = `---\n${matter}\n---\n\n# Heading\n\n## One\n\nText of the report.\n`
    const read = readReport(text, 'report.md')
    expect(inferProfile(read, { name: 'x' }).profile).toMatchObject({
      language: 'da',
      title: 'Ships: all',
      subtitle: 'One, Two',
      date: '2024',
      publisher: 'A. Smith',
    })
    expect(inferProfile(read, { name: 'x', language: 'en' }).profile.language).toBe('en')
    const broken = readReport('---\na: [\n---\n\n# Heading\n\nText.\n', 'report.md')
    expect(inferProfile(broken, { name: 'x' }).profile.title).toBe('Heading')
  })
})

test('what stands last without a number in a numbered report is no part of its last chapter', () => {
  const text =
    '# T\n\n## 1 One\n\nThe text of it.\n\n## 2 Two\n\nThe text of that.\n\n## References\n\nA.\n\n## About us\n\nB.\n'
  expect(infer(text).profile).toMatchObject({ backMatter: ['References', 'About us'], bibliography: 'References' })
  expect(modelled(text).sections.map(({ title }) => title)).toEqual(['One', 'Two', 'References', 'About us'])
  expect(infer(text.replace(/## \d /g, '## ')).profile.backMatter).toBeUndefined()
})

test('a report that came out of a PDF: most of its profile is found by rules that know nothing of it', async () => {
  const written = extractedProfile
  const { profile } = inferProfile(readReport(extractedText, 'report.md'), { name: 'report' })
  const { language, date, captions, backMatter, bibliography, cards, entities } = profile
  expect({ language, date, captions, backMatter, bibliography }).toEqual({
    language: written.language,
    date: written.date,
    captions: written.captions,
    backMatter: written.backMatter,
    bibliography: written.bibliography,
  })
  expect(cards.recommendation).toEqual(written.cards.recommendation)
  const fields = (found: (typeof cards)[string] | undefined) => (found?.from === 'tables' ? found.fields : {})
  const { interventions, ...others } = fields(written.cards.study)
  expect(fields(cards.study)).toEqual(others)
  expect(interventions).toBeTruthy()
  const [found] = Object.values(entities)
  const [known] = Object.values(written.entities)
  expect(found!.map(({ name }) => name)).toEqual(known!.map(({ name }) => name))
  for (const [index, { aliases }] of found!.entries())
    expect(known![index]!.aliases).toEqual(expect.arrayContaining(aliases!))
})
