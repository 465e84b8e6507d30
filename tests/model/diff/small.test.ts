import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween } from '../../../src/model/diff/diff.ts'
import { modelled } from '../modelled.ts'
import { brief, turned, unnamed } from './told.ts'

/** Pieces that reports are put together from: no two sections, tables or paragraphs are alike. */
const sections = {
  title: '# The harbour\n',
  ferry: `# The ferry

The ferry sails every hour from the north quay in summer.

In winter it stays in port whenever there is ice.[^1]
`,
  cranes: `# Cranes

Table 2: Cranes and their drivers

| Crane | Drivers | Built | Lifts |
|---|---|---|---|
| Old crane | 4 | 1931 | 12 tons |
| Blue crane | 7 | 1988 | 40 tons |
| Bridge crane | 9 | 2004 | 65 tons |

The blue crane has 7 drivers.
`,
  fish: `# Fish

## Auction

The auction begins at five in the morning, before the vans leave.

## Ice

Ice is made on the spot out of sea water.
`,
  lights: `# Lights

- The red light stands on the mole and is lit all night.
- The green one stands across from it.

See [the list of lights](https://example.org/lights).
`,
  notes: '[^1]: The pilot decides.\n',
}

const profile: Parameters<typeof modelled>[1] = { language: 'en', captions: { table: ['Table'] } }
const reportOf = (parts: string[]) => modelled(parts.join('\n'), profile)
const whole = Object.values(sections)
const before = reportOf(whole)

const told = (edit: (parts: string[]) => string[]) => changesBetween(before, reportOf(edit(whole))).map(brief)
const exchanged = (from: string, to: string) => (parts: string[]) => {
  expect(parts.join()).toContain(from)
  return parts.map((part) => part.replace(from, () => to))
}

describe('a small report', () => {
  test.each<[string, (parts: string[]) => string[], string[]]>([
    [
      'a word',
      exchanged('whenever there is ice', 'while there is ice'),
      ['changed text In winter it stays in port while there is ice.'],
    ],
    [
      'a letter made small',
      exchanged('The ferry sails', 'the ferry sails'),
      ['changed text the ferry sails every hour from the north quay in summer.'],
    ],
    [
      'a section out of the middle to the end',
      ([title, ferry, cranes, ...rest]) => [title!, ferry!, ...rest.slice(0, 2), cranes!, rest[2]!],
      ['moved section Cranes: 2 > 4'],
    ],
    [
      'a section gone',
      (parts) => parts.toSpliced(3, 1),
      ['removed section Fish', 'removed section Auction', 'removed section Ice'],
    ],
    ['a new item of a list', exchanged('- The green', '- A buoy.\n- The green'), ['added text A buoy.']],
    ['another address', exchanged('example.org/lights', 'example.org/seamarks'), ['changed link the list of lights']],
    ['a note', exchanged('The pilot decides', 'The pilot alone decides'), ['changed footnote 1']],
    [
      'a row up',
      exchanged(
        '| Old crane | 4 | 1931 | 12 tons |\n| Blue crane | 7 | 1988 | 40 tons |',
        '| Blue crane | 7 | 1988 | 40 tons |\n| Old crane | 4 | 1931 | 12 tons |',
      ),
      ['moved row Old crane: 1 > 2'],
    ],
    ['a row under another name', exchanged('| Bridge crane', '| Gantry'), ['changed row Gantry']],
    ['a heading of a column', exchanged('| Built |', '| Year |'), ['changed column Year']],
    [
      'a column gone',
      (parts) => parts.map((part) => part.replace(/^(\|.*?\|.*?)\|.*?\|/gm, '$1|')),
      ['removed column Built'],
    ],
    ['a word of a cell', exchanged('65 tons', '60 tons'), ['changed cell Table 2, Bridge crane, Lifts']],
    [
      'a caption',
      exchanged('Table 2: Cranes and their drivers', 'Table 2: Cranes with drivers'),
      ['changed table Table 2'],
    ],
    [
      'the number of a table and a cell in it',
      (parts) => exchanged('40 tons', '42 tons')(exchanged('Table 2:', 'Table 3:')(parts)),
      ['moved table Table 3: Table 2 > Table 3', 'changed cell Table 3, Blue crane, Lifts'],
    ],
    [
      'a number that the text repeats',
      exchanged('| 7 |', '| 8 |'),
      ['changed cell Table 2, Blue crane, Drivers', 'changed claim The blue crane has 7 drivers.'],
    ],
    [
      'a number with the text',
      (parts) => exchanged('has 7', 'has 8')(exchanged('| 7 |', '| 8 |')(parts)),
      [
        'changed cell Table 2, Blue crane, Drivers',
        'changed text The blue crane has 8 drivers.',
        'changed claim The blue crane has 8 drivers.',
      ],
    ],
    ['line ends', exchanged('every hour from', 'every\nhour  from'), []],
  ])('%s', (_, edit, changes) => {
    expect(told(edit)).toEqual(changes)
  })
})

const lines = whole.flatMap((part) => part.split('\n'))

/** Reports with some lines gone, some twice, some elsewhere. */
const anyReport = fc
  .array(
    fc.oneof(
      fc.record({ drop: fc.nat(lines.length - 1) }),
      fc.record({ from: fc.nat(lines.length - 1), to: fc.nat(lines.length - 1) }),
    ),
    {
      maxLength: 6,
    },
  )
  .map((edits) => {
    const edited = [...lines]
    for (const edit of edits) {
      if ('drop' in edit) edited.splice(edit.drop, 1)
      else edited.splice(edit.to, 0, ...edited.splice(edit.from, 2))
    }
    return reportOf([edited.join('\n')])
  })

describe('whatever two reports are', () => {
  test('one has no changes against itself', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(changesBetween(report, structuredClone(report))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  test('their changes the other way are the same, turned round', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (one, other) => {
        expect(unnamed(changesBetween(other, one))).toEqual(unnamed(changesBetween(one, other).map(turned)))
      }),
      { numRuns: 150 },
    )
  })
})

describe('tables without a caption that have the same heads', () => {
  const section = (title: string, ...values: (string | number)[]) => `## ${title}

Of ${title}.

| Field | Value |
|---|---|
| Strength | ${values[0]} |
| Authors | ${values[1]} |
| Direction | up |
`
  const [pilot, dog, hour] = [
    section('Pilot', 2, 'Holm'),
    section('Reading dog', 2, 'Lund'),
    section('Homework hour', 3, 'Birk'),
  ]
  const told = (before: string[], after: string[]) =>
    changesBetween(reportOf(before), reportOf(after)).map(
      ({ kind, what, place, before, after }) => `${kind} ${what} ${place.section ?? ''}: ${before} > ${after}`,
    )

  test('belong to their section where one is put before them', () => {
    const changes = told([pilot, hour], [dog, pilot, hour])
    expect(changes.filter((change) => /cell/.test(change))).toEqual([])
    expect(changes.filter((change) => /table/.test(change))).toEqual([
      expect.stringMatching(/^added table Reading dog/),
    ])
  })

  test('also where their values change at the same time', () => {
    const changes = told([pilot, hour], [dog, section('Pilot', 3, 'Birk'), section('Homework hour', 2, 'Holm')])
    expect(changes.filter((change) => /cell/.test(change))).toEqual([
      'changed cell Pilot: 2 > 3',
      'changed cell Pilot: Holm > Birk',
      'changed cell Homework hour: 3 > 2',
      'changed cell Homework hour: Birk > Holm',
    ])
  })
})
