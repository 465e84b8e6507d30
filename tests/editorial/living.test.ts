import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approved, type Edited, holding, statesOf } from './editing.ts'

const report = `# Harbour

## 1 Ships

Nine ships called in the spring, and most of them came from the north.

Two of them had no anchor, as table 1 shows.[^1]

Table 1: Ships by harbour

| | Spring | Autumn |
|---|---|---|
| North | 5 | 7 |
| South | 4 | 2 |

Source: Harbour Office

## 2 Cranes

No crane stood idle.

- The first was painted.
- The second was sold.

[^1]: An anchor is asked for since 1999.
`

const editorial = `# what editors say
statements:
  - { id: ships, text: Most ships are northern, basis: [5] }
  - { id: anchor, text: Two ships lack an anchor, basis: [7] }
  - { id: row, text: "South has 4 ships", basis: [14] }
  - { id: cell, text: "5 ships", basis: ["Table 1 / North / Spring"] }
  - { id: column, text: In autumn, basis: ["Table 1 / / Autumn"] }
  - { id: table, text: Two harbours, basis: ["Table 1"] }
  - { id: cranes, text: All cranes work, basis: ["No crane … idle"] }
  - { id: section, text: Of cranes, basis: [{ section: 2 }] }
  - { id: item, text: One was sold, basis: [23] }
`

const own = approved({ report, editorial })
const states = (text: string, more: Partial<Edited> = {}) =>
  statesOf(holding({ ...own, ...more, report: text }).editorial)
const stale = (text: string, more: Partial<Edited> = {}) =>
  Object.entries(states(text, more)).flatMap(([id, state]) =>
    ['same', 'moved', 'holds'].includes(state) ? [] : [`${id} ${state}`],
  )

test('as approved nothing is to be said', () => {
  expect(new Set(Object.values(states(report)))).toEqual(new Set(['same']))
})

const halves = (text: string) => text.split('## 2 Cranes')

describe('makes nothing stale:', () => {
  test.each<[string, string]>([
    ['blank lines on top', `\n\n${report}`],
    ['blank lines everywhere', report.replace(/\n\n/g, '\n\n\n\n')],
    ['another paragraph', report.replace('Nine ships', 'It was a mild year.\n\nNine ships')],
    ['a paragraph that wraps', report.replace('spring, and most', 'spring,\nand most')],
    [
      'a paragraph that moved',
      report
        .replace('Nine ships called in the spring, and most of them came from the north.\n\n', '')
        .replace(
          'Source: Harbour Office\n',
          'Source: Harbour Office\n\nNine ships called in the spring, and most of them came from the north.\n',
        ),
    ],
    [
      'sections in another order',
      `${halves(report)[0]!.replace('## 1', '## 2')}`.replace(
        '# Harbour\n',
        `# Harbour\n\n## 1 Cranes${halves(report)[1]!}`,
      ),
    ],
    ['other numbers of sections', report.replace('## 1 ', '## 4 ').replace('## 2 ', '## 5 ')],
    ['another number of the table', report.replaceAll(/([Tt])able 1/g, '$1able 3')],
    ['another number of the note', report.replaceAll('[^1]', '[^4]')],
    [
      'rows with TABs',
      report.replace(
        '| | Spring | Autumn |\n|---|---|---|\n| North | 5 | 7 |\n| South | 4 | 2 |',
        '\tSpring\tAutumn\nNorth\t5\t7\nSouth\t4\t2',
      ),
    ],
    [
      'an HTML table',
      report.replace(
        '| | Spring | Autumn |\n|---|---|---|\n| North | 5 | 7 |\n| South | 4 | 2 |',
        '<table><tr><th></th><th>Spring</th><th>Autumn</th></tr>\n<tr><td>North</td><td>5</td><td>7</td></tr>\n<tr><td>South</td><td>4</td><td>2</td></tr></table>',
      ),
    ],
    [
      'columns in another order',
      report.replace(
        '| | Spring | Autumn |\n|---|---|---|\n| North | 5 | 7 |\n| South | 4 | 2 |',
        '| | Autumn | Spring |\n|---|---|---|\n| North | 7 | 5 |\n| South | 2 | 4 |',
      ),
    ],
    ['bold words', report.replace('No crane', '**No** crane')],
    ['Windows line ends', report.replaceAll('\n', '\r\n')],
  ])('%s', (_, text) => {
    expect(stale(text)).toEqual([])
  })
})

describe('must be read again:', () => {
  test.each<[string, string, string[]]>([
    ['a word of a paragraph', report.replace('most of them', 'few of them'), ['ships read again']],
    [
      'a word of an item',
      report.replace('second was sold', 'second was lost'),
      ['section read again', 'item read again'],
    ],
    [
      'a number of a paragraph that the statement gives',
      report.replace('Two of them', 'Three of them'),
      ['anchor untrue'],
    ],
    ['a paragraph that is gone', report.replace('No crane stood idle.\n', ''), ['cranes gone', 'section gone']],
    [
      'a row that is new in a whole table',
      report.replace('| South | 4 | 2 |', '| South | 4 | 2 |\n| East | 1 | 1 |'),
      ['column read again', 'table read again'],
    ],
    [
      'a paragraph that is new in a whole section',
      report.replace('No crane stood idle.', 'No crane stood idle.\n\nOne was hired.'),
      ['section read again'],
    ],
  ])('%s', (_, text, expected) => {
    expect(stale(text)).toEqual(expected)
  })

  test('with the words that went and came', () => {
    const { editorial: found } = holding({ ...own, report: `\n${report.replace('most of them', 'few of them')}` })
    const { standing } = found.statements.find(({ id }) => id === 'ships')!
    expect(standing.words).toEqual([
      {
        before: 'Nine ships called in the spring, and most of them came from the north.',
        after: 'Nine ships called in the spring, and few of them came from the north.',
        lines: [6, 6],
      },
    ])
  })
})

describe('cells that changed', () => {
  test('make untrue what gives their number, with the number that it is now', () => {
    const { editorial: found } = holding({ ...own, report: report.replace('| South | 4 |', '| South | 6 |') })
    const { standing } = found.statements.find(({ id }) => id === 'row')!
    expect([standing.state, standing.verdicts]).toMatchObject(['untrue', [{ said: '4', now: '6' }]])
  })

  test('leave alone what rests on other cells of the row', () => {
    const found = states(report.replace('| North | 5 | 7 |', '| North | 5 | 8 |'))
    expect([found.cell, found.row, found.ships]).toEqual(['same', 'same', 'same'])
  })
})

describe('places are written anew', () => {
  const moved = (text: string) => approved({ ...own, report: text }, { moves: true })

  test('lines, the name of a table; words and comments stay as they are', () => {
    const text = `\n\n${report.replaceAll(/([Tt])able 1/g, '$1able 3').replace('## 2 ', '## 5 ')}`
    const made = moved(text)
    expect(made.editorial).toBe(
      editorial
        .replace('basis: [5]', 'basis: [7]')
        .replace('basis: [7] }\n  - { id: row', 'basis: [9] }\n  - { id: row')
        .replace('[14]', '[16]')
        .replace('[23]', '[25]')
        .replaceAll('Table 1', 'Table 3')
        .replace('section: 2', 'section: "5"'),
    )
    expect(new Set(Object.values(statesOf(holding(made).editorial)))).toEqual(new Set(['same']))
  })

  test('and approve nothing that changed', () => {
    const made = moved(`\n${report.replace('most of them', 'few of them')}`)
    expect(statesOf(holding(made).editorial)).toMatchObject({ ships: 'read again', anchor: 'same' })
  })

  test('of what changed back nothing is to be read', () => {
    const made = moved(`\n${report.replace('most of them', 'few of them')}`)
    expect(stale(report, made)).toEqual([])
  })
})

test('whatever is inserted, moved or reflowed: read again is exactly that of which words changed', () => {
  const lines = report.split('\n')
  // paragraphs that stand alone, each with the statements that rest on it
  const paragraphs: [number, string[]][] = [
    [5, ['ships']],
    [7, ['anchor']],
    [20, ['cranes', 'section']],
  ]
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('blank' as const), at: fc.nat(lines.length) }),
    fc.record({ kind: fc.constant('reflow' as const), paragraph: fc.nat(2), word: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant('word' as const), paragraph: fc.nat(2) }),
    fc.record({ kind: fc.constant('front' as const), paragraph: fc.nat(1) }),
  )
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      const pieces = lines.map((text, at) => ({ text, line: at + 1 }))
      const touched = new Set<string>()
      const find = (at: number) => pieces.find(({ line }) => line === paragraphs[at]![0])!
      for (const each of edits) {
        if (each.kind === 'blank') {
          const at = pieces.findIndex((piece, index) => index >= each.at && !piece.text.trim())
          if (at >= 0) pieces.splice(at, 0, { text: '', line: 0 })
        } else if (each.kind === 'reflow') {
          const words = find(each.paragraph).text.split(' ')
          find(each.paragraph).text = `${words.slice(0, each.word).join(' ')}\n${words.slice(each.word).join(' ')}`
        } else if (each.kind === 'word') {
          find(each.paragraph).text = find(each.paragraph).text.replace(/(\p{L}{4,})(?!.*\p{L}{4,})/su, '$1zz')
          for (const id of paragraphs[each.paragraph]![1]) touched.add(id)
        } else {
          const piece = find(each.paragraph)
          pieces.splice(pieces.indexOf(piece), 1)
          pieces.splice(3, 0, { text: '', line: 0 }, piece, { text: '', line: 0 })
        }
      }
      const found = states(pieces.map(({ text }) => text).join('\n'))
      expect(new Set(Object.keys(found).filter((id) => !['same', 'moved', 'holds'].includes(found[id]!)))).toEqual(
        touched,
      )
    }),
    { numRuns: 60 },
  )
})

test('keys of the front matter in another order make nothing stale', () => {
  const front = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n\n${report}`
  const [title, publisher, date] = ['title: Harbour', 'publisher: Harbour Office', 'date: 2026-03']
  const statement = 'statements:\n  - { id: when, text: From March 2026, basis: ["1-5"] }\n'
  const own = approved({ report: front(title!, publisher!, date!), editorial: statement })
  const state = (...lines: string[]) => statesOf(holding({ ...own, report: front(...lines) }).editorial).when
  expect(state(date!, title!, publisher!)).toBe('moved')
  expect(state(title!, publisher!, 'date: 2026-04')).toBe('read again')
})
