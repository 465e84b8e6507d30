import { describe, expect, test } from 'vitest'
import { modelled } from '../modelled.ts'

type Profile = Parameters<typeof modelled>[1]

const harbours: Profile = { entities: { havn: [{ name: 'Nordhavn' }, { name: 'Sydhavn' }, { name: 'Vesthavn' }] } }
const table = `TABEL 1: HAVNENE I TAL

\tAntal skibe\tBemanding\tÅbningstid\tVentetid
Nordhavn\t48\t12-15 folk\tUge 14 (alle)\t1,6 uger
Sydhavn\t31\tSyv folk\tUge 20 (alle)\t2,4 uger
Vesthavn\t26\t9 folk\tUge 14 (alle)\t3,1 uger
`

/** The claims of a text below the table of the harbours: number, row, column, and how it follows if it is no repeat. */
const claims = (
  text: string,
  { markdown = `# 1 Havne\n\n${table}\n\n`, ...profile }: { markdown?: string } & Profile = harbours,
) =>
  modelled(`${markdown}${text}\n`, profile).claims.map(({ value, row, column, derived, agrees }) => [
    value,
    row,
    column,
    ...(derived ? [derived] : []),
    ...(agrees ? [] : ['disagrees']),
  ])

describe('a number that a cell has too', () => {
  test.each([
    ['in figures', 'Der er 48 skibe i Nordhavn.', [[48, 'Nordhavn', 'Antal skibe']]],
    ['in words', 'Sydhavn har syv folk.', [[7, 'Sydhavn', 'Bemanding']]],
    ['a range', 'Nordhavn har 12-15 folk.', [[12, 'Nordhavn', 'Bemanding']]],
    ['the end of a range', 'Nordhavn har op til 15 folk.', [[15, 'Nordhavn', 'Bemanding']]],
    ['rounded', 'I Vesthavn er ventetiden ca. 3 uger.', [[3, 'Vesthavn', 'Ventetid']]],
    ['a little more than said', 'I Nordhavn er ventetiden over 1 uge.', [[1, 'Nordhavn', 'Ventetid']]],
    ['one of a row', 'Nordhavn åbner i uge 14.', [[14, 'Nordhavn', 'Åbningstid']]],
    ['said of the place in the sentence before', 'Vi var i Sydhavn. Der er syv folk.', [[7, 'Sydhavn', 'Bemanding']]],
    [
      'of two places at once',
      'I uge 14 åbner Nordhavn og Vesthavn.',
      [
        [14, 'Nordhavn', 'Åbningstid'],
        [14, 'Vesthavn', 'Åbningstid'],
      ],
    ],
    [
      'of each place its own',
      'Der er 48 skibe i Nordhavn, 31 skibe i Sydhavn og 26 skibe i Vesthavn.',
      [
        [48, 'Nordhavn', 'Antal skibe'],
        [31, 'Sydhavn', 'Antal skibe'],
        [26, 'Vesthavn', 'Antal skibe'],
      ],
    ],
  ])('%s', (_, text, found) => {
    expect(claims(text)).toEqual(found)
  })

  test('keeps its sentence, its words, its line and its cell', () => {
    const report = modelled(
      `# 1 Havne\n\n${table}\n\nVi var der i maj.\nDer er ca. 48 skibe\ni Nordhavn. Det er nok.\n`,
      harbours,
    )
    expect(report.claims).toEqual([
      {
        line: 12,
        place: { line: 12, column: 12 },
        quote: 'Der er ca. 48 skibe i Nordhavn.',
        sentence: 'Der er ca. 48 skibe i Nordhavn.',
        spans: [
          [0, 12, 1],
          [20, 13, 1],
        ],
        said: [11, 13],
        form: 'figures',
        value: 48,
        unit: 'skibe',
        table: 'TABEL 1',
        alsoIn: [],
        row: 'Nordhavn',
        column: 'Antal skibe',
        cells: [[0, 1]],
        derived: null,
        operation: 'same',
        inputs: [[0, 1, 0]],
        approximation: 'about',
        agrees: true,
      },
    ])
  })

  test('that stands in several tables is that of the later; the others are named', () => {
    const summary = table.replace('TABEL 1', 'TABEL 2')
    const [claim] = modelled(`# 1 Havne\n\n${table}\n\n${summary}\n\nSydhavn har syv folk.\n`, harbours).claims
    expect(claim).toMatchObject({ table: 'TABEL 2', alsoIn: ['TABEL 1'] })
  })
})

describe('what follows from several cells', () => {
  test.each([
    ['a sum', 'I alt er der 105 skibe.', [[105, null, 'Antal skibe', 'sum']]],
    [
      'parts that are added',
      'I Nordhavn er der 28 + 20 skibe.',
      [
        [28, 'Nordhavn', 'Antal skibe', 'sum'],
        [20, 'Nordhavn', 'Antal skibe', 'sum'],
      ],
    ],
    ['a difference', 'Nordhavn har 17 flere skibe end Sydhavn.', [[17, null, 'Antal skibe', 'difference']]],
    ['an average', 'I gennemsnit er der 35 skibe, jf. tabel 1.', [[35, null, 'Antal skibe', 'average']]],
  ])('%s', (_, text, found) => {
    expect(claims(text)).toEqual(found)
  })

  test('a count of the rows of the table below', () => {
    expect(claims(`${table}`, { ...harbours, markdown: '# 1 Havne\n\nNedenfor ses de tre byer.\n\n' })).toEqual([
      [3, null, null, 'count'],
    ])
  })

  test('a count that the caption gives', () => {
    const counted = table.replace('HAVNENE I TAL', 'DE TRE HAVNE')
    expect(claims('', { ...harbours, markdown: `# 1 Før\n\nVi ser på tre havne.\n\n# 2 Havne\n\n${counted}` })).toEqual(
      [[3, null, null, 'count']],
    )
  })
})

describe('a number that is another than that of the cell', () => {
  test('of the same thing in the same place', () => {
    expect(claims('Sydhavn har 30 skibe.')).toEqual([[30, 'Sydhavn', 'Antal skibe', 'disagrees']])
  })

  test('but not where the number of the cell stands beside it', () => {
    expect(claims('Sydhavn har 31 skibe. Heraf er 5 skibe nye i Sydhavn.')).toEqual([[31, 'Sydhavn', 'Antal skibe']])
  })

  test.each([
    ['of another thing', 'Sydhavn har 30 kraner.'],
    ['of some of them', 'Sydhavn har 5 nye skibe.'],
    ['of another place', 'Østhavn har 30 skibe.'],
    ['about as many', 'Sydhavn har omkring 200 skibe.'],
  ])('not %s', (_, text) => {
    expect(claims(text)).toEqual([])
  })
})

describe('no claim is', () => {
  test.each([
    ['a year', 'Nordhavn blev bygget i 1948.'],
    ['a date', 'Nordhavn blev åbnet den 31. marts og lukket den 14. maj 2020.'],
    ['a page', 'Om Nordhavn se side 48 og s. 12-15.'],
    ['a section', 'Om Nordhavn se afsnit 48 og kapitel 14.'],
    ['a table', 'Om Nordhavn se tabel 48.'],
    ['a paragraph of a law', 'Nordhavn følger lovens § 48 og § 14.'],
    ['a mark of a footnote', 'Nordhavn er stor.<sup>48</sup>\n\n<sup>48</sup> Se loven.'],
    ['a citation', 'Nordhavn er stor (Holm 2012:48).'],
    ['another number', 'Nordhavn har 47 kraner.'],
    ['a number of another place', 'Sydhavn har 48 kraner.'],
    ['so many weeks for the week of that number', 'Nordhavn var lukket i 14 uger.'],
    ['the same number with another unit', 'I Nordhavn steg prisen 48 pct.'],
  ])('%s', (_, text) => {
    expect(claims(text)).toEqual([])
  })

  test('a number in a report without tables', () => {
    expect(modelled('# 1 Havne\n\nDer er 48 skibe i Nordhavn.\n', harbours).claims).toEqual([])
  })
})

describe('in other languages', () => {
  const inLanguage = (language: 'de' | 'fr' | 'sv' | 'nb' | 'nl' | 'en', markdown: string) =>
    modelled(markdown, { language }).claims.map(({ value, row, column, derived }) => [value, row, column, derived])

  test('German', () => {
    const text = `# 1 Häfen

Tabelle 1: Schiffe in den Häfen

| Hafen | 2022 | 2023 |
|---|---:|---:|
| Nordhafen | 1.240 | 1.310 |
| Südhafen | 880 | 905 |
| Insgesamt | 2.120 | 2.215 |

Im Nordhafen lagen 2023 rund 1.300 Schiffe. Insgesamt waren es 2.215 Schiffe (Tabelle 1). Im Südhafen stieg die Zahl der Schiffe um 25.
`
    expect(inLanguage('de', text)).toEqual([
      [1300, 'Nordhafen', '2023', null],
      [2215, 'Insgesamt', '2023', null],
      [25, 'Südhafen', null, 'difference'],
    ])
  })

  test('French', () => {
    const text = `# 1 Ports

Tableau 1 : Bateaux par port

| Port | Bateaux | Quais |
|---|---:|---:|
| Brest | 1 240 | 12 |
| Calais | 880 | 9 |

Le port de Brest compte 1 240 bateaux et douze quais. À Calais, on trouve près de 900 bateaux.
`
    expect(inLanguage('fr', text)).toEqual([
      [1240, 'Brest', 'Bateaux', null],
      [12, 'Brest', 'Quais', null],
      [900, 'Calais', 'Bateaux', null],
    ])
  })

  test.each([
    ['sv', 'Tabell 1', 'Hamn', 'Fartyg', 'Lidhamn har tolv fartyg.'],
    ['nb', 'Tabell 1', 'Havn', 'Skip', 'Lidhamn har tolv skip.'],
    ['nl', 'Tabel 1', 'Haven', 'Schepen', 'Lidhamn heeft twaalf schepen.'],
    ['en', 'Table 1', 'Harbour', 'Ships', 'Lidhamn has twelve ships.'],
  ] as const)('%s', (language, caption, first, second, sentence) => {
    const markdown = `# 1 A\n\n${caption}: B\n\n| ${first} | ${second} |\n|---|---|\n| Lidhamn | 12 |\n| Sandvik | 7 |\n\n${sentence}\n`
    expect(inLanguage(language, markdown)).toEqual([[12, 'Lidhamn', second, null]])
  })
})
