import { describe, expect, test } from 'vitest'
import { tablesIn, texts } from './modelled.ts'

const headerOf = (markdown: string) => tablesIn(`# 1 A\n\n${markdown}`)[0]!.header
const rowsOf = (markdown: string) => texts(tablesIn(`# 1 A\n\n${markdown}`)[0]!)

describe('the header of a TAB table', () => {
  test.each([
    ['labels above other cells', 'Skib\tTons\nAlma\t12\n', ['Skib', 'Tons']],
    ['labels after an empty cell', '\tNord\tSyd\nSkibe\t5\t4\n', ['', 'Nord', 'Syd']],
    ['years after an empty cell', '\t2019\t2020\nSkibe\t5\t4\n', ['', '2019', '2020']],
    ['years after a label', 'Havn\t2019\t2020\nNord\t5\t4\n', ['Havn', '2019', '2020']],
    ['one cell heads the last column', 'Tons\nAlma\t12\n', ['', 'Tons']],
    ['bold labels above plain rows', '**Skib**\t**Hjem**\nAlma\tNord\n', ['Skib', 'Hjem']],
    ['a header shorter than its rows', 'Skib\tTons\nAlma\t12\tny\n', ['Skib', 'Tons', '']],
    ['none: a number in the first row', 'Alma\t12\nBell\t9\n', null],
    ['none: years below each other', 'Alma\t1901\nBell\t1902\n', null],
    ['none: bold labels down the first column', '**Navn**\tAlma\n**Hjem**\tNord\n', null],
    ['none: a sentence in the first row', 'Alma\tEr det første skib.\nBell\tEr det andet.\n', null],
    ['none: a list in the first row', 'Alma\t<ul><li>sejl</li></ul>\nBell\tnet\n', null],
    ['none: an empty first column throughout', '\tDet første.\n\tDet andet.\n', null],
    ['none: a single row', 'Skib\tTons\n', null],
  ])('%s', (_, markdown, header) => {
    expect(headerOf(markdown)).toEqual(header)
  })
})

test("a pipe table's first row is its header", () => {
  expect(headerOf('| 1 | 2 |\n|---|---|\n| a | b |\n')).toEqual(['1', '2'])
})

describe('the header of a pipe table', () => {
  test.each<[string, string, (string | null)[] | null]>([
    ['one label stays where it stands', '| Havn | | |\n|---|---|---|\n| Nord | 5 | 4 |\n', ['Havn', '', '']],
    ['a bold row below a blank one', '| | |\n|---|---|\n| **Havn** | **Skibe** |\n| Nord | 5 |\n', ['Havn', 'Skibe']],
    ['none: blank above plain rows', '| | |\n|---|---|\n| Havn | Skibe |\n| Nord | 5 |\n', null],
    ['none: blank above bold rows', '| | |\n|---|---|\n| **Havn** | **Nord** |\n| **Skib** | **Alma** |\n', null],
  ])('%s', (_, markdown, header) => {
    expect(headerOf(markdown)).toEqual(header)
  })
})

describe('rows', () => {
  test('a row-span is filled down, each cell with its own line', () => {
    const [table] = tablesIn('Havn\tSkib\nNord\tAlma\n\tBell\nSyd\tCora\n')
    expect(texts(table!)).toEqual([
      ['Nord', 'Alma'],
      ['Nord', 'Bell'],
      ['Syd', 'Cora'],
    ])
    expect(table!.rows.map((row) => row.map(({ line }) => line))).toEqual([
      [2, 2],
      [3, 3],
      [4, 4],
    ])
  })

  test('an empty cell in another column stays empty', () => {
    expect(rowsOf('Havn\tSkib\tTons\nNord\tAlma\t12\nSyd\t\t9\n')).toEqual([
      ['Nord', 'Alma', '12'],
      ['Syd', '', '9'],
    ])
  })

  test('an empty first column is no row-span', () => {
    expect(rowsOf('\tDet første.\n\tDet andet.\n')).toEqual([
      ['', 'Det første.'],
      ['', 'Det andet.'],
    ])
  })

  test('every row is as long as the widest', () => {
    expect(rowsOf('Alma\t12\nBell\t9\tny\n')).toEqual([
      ['Alma', '12', ''],
      ['Bell', '9', 'ny'],
    ])
  })

  test('text is plain: entities decoded, white space folded, markup and marks left out', () => {
    expect(rowsOf('Alma<sup>1</sup> &amp;&nbsp; *co*\t12<br>tons\nBell\t`9`  ![billede](a.png)\n')).toEqual([
      ['Alma & co', '12 tons'],
      ['Bell', '9 billede'],
    ])
  })

  test('a space that no line may be broken at stays within a number', () => {
    const [table] = tablesIn('| Havn | Skibe |\n|---|---|\n| Nord&nbsp;by | 1&nbsp;234&nbsp;skibe |\n')
    expect(table!.rows[0]).toEqual([
      {
        text: 'Nord by',
        line: 3,
        spans: [
          [0, 3, 3],
          [5, 3, 13],
        ],
      },
      {
        text: '1\u00a0234 skibe',
        values: [{ value: 1234, unit: 'skibe', text: '1\u00a0234 skibe' }],
        line: 3,
        spans: [
          [0, 3, 18],
          [2, 3, 25],
          [6, 3, 34],
        ],
      },
    ])
  })

  test('a list in a cell is its items, and its numbers are values too', () => {
    const [table] = tablesIn('Alma\tHun har:<ul><li>• 3 sejl</li><li>2 master</li></ul>\nBell\t12 tons\n')
    expect(table!.rows[0]![1]).toEqual({
      text: 'Hun har:',
      items: ['3 sejl', '2 master'],
      values: [
        { value: 3, unit: 'sejl', text: '3 sejl' },
        { value: 2, unit: 'master', text: '2 master' },
      ],
      line: 1,
      spans: [[0, 1, 6]],
      itemSpans: [[[0, 1, 24]], [[0, 1, 39]]],
    })
    expect(table!.rows[1]).toEqual([
      { text: 'Bell', line: 2, spans: [[0, 2, 1]] },
      { text: '12 tons', values: [{ value: 12, unit: 'tons', text: '12 tons' }], line: 2, spans: [[0, 2, 6]] },
    ])
  })

  test('marks in cells are the footnotes of the table', () => {
    expect(tablesIn('Skib<sup>3</sup>\tTons\nAlma\t12<sup>4</sup>\n')[0]!.footnoteRefs).toEqual([3, 4])
  })
})

describe('captions', () => {
  const caption = (line: string, below = 'Skib\tTons\nAlma\t12\n') => {
    const { id, label, number, kind, caption, captionLine, lines, empty } = tablesIn(`${line}\n\n${below}`)[0]!
    return { id, label, number, kind, caption, captionLine, lines, empty }
  }

  test('word, number and text, above the table', () => {
    expect(caption('TABEL 5.1: SKIBE')).toEqual({
      id: 'TABEL 5.1',
      label: 'TABEL',
      number: '5.1',
      kind: 'table',
      caption: 'SKIBE',
      captionLine: 1,
      lines: [3, 4],
      empty: false,
    })
  })

  test.each([
    ['Tabel 2 – Skibe', 'Tabel 2', 'Skibe'],
    ['### Tabel 2. Skibe', 'Tabel 2', 'Skibe'],
    ['**Tabel 2:** Skibe<sup>1</sup>', 'Tabel 2', 'Skibe'],
    ['Tabel: Skibe', null, 'Skibe'],
    ['Figur 2.10: Skibe', 'Figur 2.10', 'Skibe'],
  ])('%s', (line, id, text) => {
    expect(caption(line)).toMatchObject({ id, caption: text, kind: 'table' })
  })

  test.each(['Tabel 2.1 viser skibene.', 'Tabel 2 viser skibene.', 'Tabellen: Skibe', 'Tabel 2: skibene er små.'])(
    'no caption: %s',
    (line) => {
      expect(caption(line)).toMatchObject({ id: null, caption: null })
    },
  )

  test('of a picture that is gone', () => {
    expect(caption('FIGUR 2: SKIBE', 'Tekst.\n')).toMatchObject({ kind: 'figure', lines: null, empty: true })
  })

  test('divided from its table by what a page break leaves', () => {
    expect(caption('TABEL 2: SKIBE', '<sup>1</sup> En note.\n\n---\n\nSkib\tTons\nAlma\t12\n')).toMatchObject({
      lines: [7, 8],
      empty: false,
    })
  })

  test('of a box: the text up to the next heading', () => {
    const [box] = tablesIn('# 1 A\n\n**BOKS 1: Skibe**\n\nTekst.\n\n- a\n\n# 2 B\n\nMere.\n', {
      captions: { box: ['BOKS'] },
    })
    expect(box).toMatchObject({
      id: 'BOKS 1',
      kind: 'box',
      caption: 'Skibe',
      captionLine: 3,
      lines: [5, 7],
      empty: false,
    })
    expect(texts(box!)).toEqual([['Tekst.'], ['a']])
  })

  test("the profile's words are the only ones", () => {
    const [table] = tablesIn('Tabel 1: Skibe\n\nSkib\tTons\nAlma\t12\n', { captions: { table: ['Skema'] } })
    expect(table!.caption).toBeNull()
  })
})

describe('what is said below a table', () => {
  const below = (markdown: string) => {
    const { source, notes } = tablesIn(`Skib\tTons\nAlma\t12\n\n${markdown}`)[0]!
    return { source, notes }
  }

  test.each([
    ['Kilde: Havnen.\n', 'Havnen', []],
    ['Kilde: Havnen. Note: Foreløbige tal.\n', 'Havnen', ['Foreløbige tal.']],
    ['Note: Foreløbige tal. Kilde: Havnen, 2020\n', 'Havnen, 2020', ['Foreløbige tal.']],
    ['Note: En.\n\nAnm.: To.\n\nKilder: Havnen og byen\n', 'Havnen og byen', ['En.', 'To.']],
    ['*Kilde:* Havnen\n', 'Havnen', []],
    ['*Note.* Foreløbige tal. Kilde: Havnen\n', 'Havnen', ['Foreløbige tal.']],
    ['**Kilde** Havnen\n', 'Havnen', []],
    ['**Note** at dette er tekst.\n', null, []],
    ['Tekst.\n\nKilde: Havnen\n', null, []],
    ['Kilden er: Havnen\n', null, []],
  ])('%j', (markdown, source, notes) => {
    expect(below(markdown)).toEqual({ source, notes })
  })
})

test('a table belongs to its section and is not in its text', () => {
  const markdown = '# 1 A\n\nFør.\n\nTABEL 1: X\n\nSkib\tTons\nAlma\t12\n\nKilde: Havnen\n\nEfter.\n'
  const tables = tablesIn(markdown)
  expect(tables.map(({ section }) => section)).toEqual(['1'])
})
