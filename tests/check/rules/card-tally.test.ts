import { expect, test } from 'vitest'
import { cardTally } from '../../../src/check/rules/card-tally.ts'
import { found, lines } from '../checked.ts'

const study = (title: string, year: number, place: string) =>
  `| Study | |\n|---|---|\n| Title | ${title} |\n| Year | ${year} |\n| Where | ${place} |\n`
const profile = {
  cards: {
    study: {
      from: 'tables' as const,
      firstCell: 'Study',
      fields: { title: 'Title', year: 'Year', geography: 'Where' },
    },
  },
}
const report = (said: string) =>
  `# 1 Summary\n\n${said}\n\n# 2 The studies\n\n${[study('On ice', 2010, 'Denmark'), study('On tides', 2012, 'Denmark'), study('On wind', 2016, 'Italy')].join('\n')}`

test('how many are of a period', () => {
  const findings = found(
    cardTally,
    report('One of the studies is old. Three of the studies are from 2009-2014, one after 2014.'),
    profile,
  )
  expect(findings.map(({ message }) => message)).toEqual(['"Three … 2009-2014": it is 2 of the 3 cards'])
  expect(lines(findings)).toEqual([[3, 9, 15]])
})

test('how many are of a place', () => {
  const findings = found(cardTally, report('The studies are from Denmark (1) and Italy (1).'), profile)
  expect(findings.map(({ message }) => message)).toEqual(['"Denmark (1)": it is 2 of the 3 cards'])
})

test.each([
  'Two of the studies are from 2009-2014, and two were made before 2014.',
  'The studies are from Denmark (2) and Italy (1).',
  'Three boats sailed in 2009-2014.',
  'The studies name Sweden (7) and Norway (8).',
])('nothing of "%s"', (said) => {
  expect(found(cardTally, report(said), profile)).toEqual([])
})
