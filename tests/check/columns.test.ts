import { describe, expect, test } from 'vitest'
import { contextOf } from '../../src/check/context.ts'
import type { Finding, Rule } from '../../src/check/rule.ts'
import { rules } from '../../src/check/rules.ts'
import { findingsOf } from '../../src/check/run.ts'
import { Problem } from '../../src/input/problem.ts'
import { harbours as coast, withData } from '../update/updated.ts'
import { found, harbours } from './checked.ts'

const filler = Array.from(
  { length: 12 },
  (_, at) => `The ${'abcdefghijkl'[at]!.repeat(4)} stands by the ${'mnopqrstuvwx'[at]!.repeat(5)}.`,
).join('\n\n')
const study = (title: string, year: number, place: string) =>
  `| Study | |\n|---|---|\n| Title | ${title} |\n| Year | ${year} |\n| Where | ${place} |\n`
const studies = [study('On ice', 2010, 'Denmark'), study('On tides', 2012, 'Denmark'), study('On wind', 2016, 'Italy')]
const studyCards = {
  study: {
    from: 'tables' as const,
    firstCell: 'Study',
    fields: { title: 'Title', year: 'Year', geography: 'Where' },
  },
}
const row = '| A | B |\n|---|---|\n| a | 1 |\n'

/** A report that a rule finds something in, its profile, and the words that stand where the finding does. */
const examples: Record<string, [markdown: string, at: string, profile?: Parameters<typeof found>[2]][]> = {
  'dead-reference': [['# 1 Aims\n\nIt is *old*, see section 2.1 on that.\n\n# 2 Boats\n\nOld.\n', 'section 2.1 on']],
  total: [['# Boats\n\n| Harbour | Old |\n|---|---|\n| Northport | 12 |\n| Southport | 9 |\n| Total | 22 |\n', '22 |']],
  share: [
    ['# A\n\n| | North | South | East |\n|---|---|---|---|\n| Boats | 5 (50%) | 3 (30%) | 2 (25%) |\n', '25%) |'],
    ['# A\n\n\tNorth\tSouth\tEast\nBoats\t5 (50%)\t3 (30%)\t2 (25%)\nNets\tone\ttwo\tthree\n', '25%)'],
  ],
  parts: [
    ['# A\n\nThe port has **15 people**, of whom 11 are pilots. The remaining six sleep.\n', '15 people'],
    ['# A\n\nIt is so. The 12 studies are from Denmark (9), Italy (1) and Sweden (1).\n', '12 studies'],
    ['# A\n\nIt is so. The budget is £52.4m (boats: 7.1; quays: 42.1; grants: 4.2).\n', '£52.4m'],
  ],
  claim: [
    [
      '# 1 Boats\n\nNorthport has fifteen\nyears and 15 boats at sea.\n\nTable 1: Fleets\n\n| Harbour | Boats |\n|---|---|\n| Northport | 10 |\n| Southport | 12 |\n| Easton | 14 |\n',
      '15 boats',
    ],
  ],
  'tables-differ': [
    [
      '# Boats\n\nTable 1: A\n\n| | Boats | Calls |\n|---|---|---|\n| Northport | 12 boats | 30 a week |\n\nTable 2: B\n\n| | Boats | Calls |\n|---|---|---|\n| Northport | 14 boats | 30 a week |\n',
      '14 boats |',
      harbours,
    ],
  ],
  'text-and-table': [
    [
      '# Boats\n\nIt is large. *Northport* has\n15 boats.\n\nTable 1: Fleets\n\n| Harbour | Number of boats |\n|---|---|\n| Northport | 10 |\n| Southport | 15 |\n',
      '15 boats.',
      harbours,
    ],
  ],
  'text-differs': [
    [
      `# 1 Summary\n\nThe differences come of a combination of four factors: wind, water, budget and luck.\n\n${filler}\n\n# 2 Findings\n\nThe differences in budget and luck come of three factors, wind and water among them.\n`,
      'three factors',
    ],
  ],
  'twin-sentences': [
    [
      '# 1 A\n\nIn Easton, Northport and Southport money is set aside for short courses on nets, knots and charts.\n\n# 2 B\n\nSo it is. In Northport and Southport money is set aside for short courses on nets, knots and charts.\n',
      'In Northport and',
      harbours,
    ],
    [
      '# 1 A\n\nIn Easton 12 boats are laid up each winter for repairs of masts, sails and rudders.\n\n# 2 B\n\nIn Easton 15 boats are laid up each winter for repairs of masts, sails and rudders.\n',
      '15 boats',
      harbours,
    ],
  ],
  'month-lists': [
    [
      '# Calls\n\nNorthport has more calls (June, July and September).\n\nTable 1: Calls\n\n| | Calls |\n|---|---|\n| Northport | 20 (more in June, July, Aug. and Sept.) |\n',
      'June, July and September',
      harbours,
    ],
  ],
  attribution: [
    [
      '# 1 A\n\nTable 1: Practice\n\n| Theme | Practices |\n|---|---|\n| Sea | <ul><li>Ice (Southport)</li><li>Night fishing with lamps (Northport)</li></ul> |\n\n# 2 P\n\n*Southport* is proud of **night fishing** off the skerries.\n',
      'Night fishing with lamps',
      { ...harbours, cards: { practice: { from: 'paragraphs', in: '2', about: 'harbour' } } },
    ],
  ],
  unit: [
    [
      '# A\n\nThe register of the coastal province holds 38,000 voyages from the years of peace.\n\nNothing else.\n\n# B\n\n| What | Found |\n|---|---|\n| Register | The register of the coastal province has 38,000 sailors from the years of peace |\n',
      '38,000 sailors',
    ],
  ],
  'list-count': [['# A\n\nIt is long. The three tracks are:\n\n- one\n- two\n- three\n- four\n', 'three tracks']],
  'card-count': [
    [
      '# 1 A\n\nWe propose three measures, see section 2.\n\n# 2 Measures for the harbour\n\n## Measure 1: Build a quay\n\nStone.\n\n## Measure 2: Buy a crane\n\nIron.\n',
      'three measures',
      { cards: { measure: { from: 'headings', in: '2', heading: 'Measure {number}: {title}' } } },
    ],
  ],
  'card-tally': [
    [
      `# 1 A\n\nIt is so. Three of the studies are from 2009-2014, one after 2014.\n\n# 2 The studies\n\n${studies.join('\n')}`,
      'Three of',
      { cards: studyCards },
    ],
    [
      `# 1 A\n\nThe studies are from Denmark (1) and Italy (1).\n\n# 2 The studies\n\n${studies.join('\n')}`,
      'Denmark (1)',
      { cards: studyCards },
    ],
  ],
  'source-year': [
    [
      '# 1 Ice\n\nIn the German study from 2016 the ice was thin.\n\nIt is. Holm and Dahl (2010) tell of the same German study.\n',
      'Holm and Dahl',
    ],
  ],
  citation: [
    [
      '# 1 Ice\n\nIce is cold (Holm et al. 2011: 4).\n\n# Literature\n\n*Holm, Anna; Dahl, Ida (2012)*\n\nOn ice\n',
      'Holm et al. 2011',
      { bibliography: 'Literature' },
    ],
  ],
  footnote: [
    ['# 1 Ice\n\nIt is cold<sup>4</sup>.\n', '<sup>4'],
    ['# 1 Ice\n\nIt is cold.\n\n[^4]: Very cold.\n', 'Very cold'],
  ],
  'empty-caption': [['# 1 Ice\n\n**Figure 1: Ice by month**\n\nIt is cold.\n', 'Figure 1']],
  'duplicate-caption': [[`# 1 Ice\n\nTable 1: Ice\n\n${row}\n*Table 1: Tides*\n\n${row}`, 'Table 1: Tides']],
  'empty-cell': [
    ['# 1 A\n\n| Port | Boats |\n|---|---|\n| North | 1 |\n| South |  |\n| East | 3 |\n', '|  |'],
    ['# 1 A\n\nPort\tBoats\tNets\nNorth\t1\t2\nSouth\t\t2\nEast\t3\t2\n', '\t2'],
  ],
  'name-spelling': [
    [
      '# 1 Ice\n\n## ANNA HOLMGARD (2012)\n\nCold.\n\n# Literature\n\n*Holmgaard, Anna (2012)*\n\nOn ice\n\n*Holmgaard, Anna (2014)*\n\nOn tides\n',
      'HOLMGARD',
      { bibliography: 'Literature' },
    ],
    [
      '# 1 Ice\n\nCold.\n\n# Literature\n\n*Bo, Ida & Holmgard, Anna (2012)*\n\nOn ice\n\n*Holmgaard, Anna (2014)*\n\nOn tides\n\n*Holmgaard, Anna (2015)*\n\nOn wind\n',
      'Holmgard',
      { bibliography: 'Literature' },
    ],
  ],
  misreading: [
    [`# A\n\n${'It is harbourmaster. '.repeat(5)}\n\nIt is\nharbqurmaster.\n`, 'harbqurmaster'],
    [
      `# A\n\n${'It is harbourmaster. '.repeat(5)}\n\n| A | B |\n|---|---|\n| a | the harbqurmaster |\n`,
      'harbqurmaster',
    ],
    [`# 1 A\n\n${'It is harbourmaster. '.repeat(5)}\n\nIt is[^1]\n\n[^1]: By the harbqurmaster.\n`, 'harbqurmaster'],
  ],
  reading: [['# A\n\nCold.\n\n```\nnever closed\n', '```']],
}

/** What stands where a finding points. */
function wordsAt(markdown: string, { line, column }: Pick<Finding, 'line' | 'column'>): string {
  return markdown.split('\n')[line - 1]!.slice(column - 1)
}

/** Rules that tell of other files: see below. */
const others = [
  'document',
  'data',
  'stale-claim',
  'stale-statement',
  'statement-number',
  'statement-for',
  'editorial-lock',
]

describe('a finding points at the words that it speaks of', () => {
  test('each rule has an example', () => {
    expect([...Object.keys(examples), ...others].sort()).toEqual(rules.map(({ id }) => id).sort())
  })

  const each = Object.entries(examples).flatMap(([id, all]) =>
    all.map(([markdown, at, profile]) => ({ id, markdown, at, profile })),
  )
  test.each(each)('$id: $at', ({ id, markdown, at, profile }) => {
    const findings = found(ruleOf(id), markdown, profile)
    expect(findings.map((finding) => wordsAt(markdown, finding).slice(0, at.length))).toEqual([at])
  })

  test('in other files, where the problem stands there', () => {
    const problem = new Problem('is wrong', { file: 'templates/a.hbs', line: 4, column: 7 })
    const report = withoutUpdate()
    expect(found(ruleOf('document'), report, {}, { problems: [problem] })).toMatchObject([{ line: 4, column: 7 }])
    const update = { stale: [], problems: [problem], doubts: [problem] }
    expect(found(ruleOf('data'), report, {}, { update })).toMatchObject([{ line: 4, column: 7 }])
  })

  test('a number and a comparison that an update made untrue', async () => {
    const data = 'table,row,column,value\nTable 1,Northport,Boats,600 (31.6%)\n'
    const { report, update, text } = await withData({ 'a.csv': data })
    const context = contextOf(report, text, { untrue: update.stale, update })
    const findings = findingsOf(ruleOf('stale-claim'), report, context, 'report.md')
    expect(findings.map((finding) => wordsAt(coast, finding).slice(0, 8))).toEqual([
      '1,200 bo',
      '48.0% of',
      'most boa',
      'twice as',
      '2,500 bo',
      '1,100 bo',
    ])
  })
})

const ruleOf = (id: string): Rule => rules.find((rule) => rule.id === id)!
const withoutUpdate = () => '# A\n\nCold.\n'
