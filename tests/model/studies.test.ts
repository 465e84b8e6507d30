import { describe, expect, test } from 'vitest'
import { modelled } from './modelled.ts'

const profile = {
  cards: {
    study: {
      from: 'tables' as const,
      firstCell: 'Kort',
      fields: {
        title: 'Titel',
        authors: 'Forfattere',
        year: 'År',
        publisher: 'Udgiver',
        targetGroup: 'Hvem',
        interventions: 'Hvad',
        themes: 'Temaer',
        results: 'Fund',
        recommendations: 'Råd',
        reliability: 'Hvor sikkert',
        transferability: 'Hvor langt',
      },
    },
  },
}
const studies = (rows: string) => modelled(`# 1 A\n\nKORT\t\n${rows}`, profile).studies
const study = (rows: string) => studies(rows)[0]!

test('a table whose first cell says so is a study, its rows the fields', () => {
  const report = modelled(
    '# 1 A\n\nKORT\tOm studiet\nTitel\tSkibe i storm (3)\nForfattere\tBerg, Ida og Holm, Per\nÅr\t2019\nUdgiver\tHavnen\nHvem\tSømænd\n',
    profile,
  )
  expect(report.tables).toMatchObject([{ kind: 'study', header: null, lines: [3, 8] }])
  expect(report.studies).toMatchObject([
    {
      number: 3,
      title: 'Skibe i storm',
      authors: 'Berg, Ida og Holm, Per',
      authorList: ['Ida Berg', 'Per Holm'],
      year: 2019,
      publisher: 'Havnen',
      targetGroup: 'Sømænd',
      geography: null,
      interventions: [],
      results: [],
      reliability: null,
      lines: [3, 8],
      fieldLines: { title: 4, authors: 5, year: 6, publisher: 7, targetGroup: 8 },
    },
  ])
})

test('without a number in its title a study has its place', () => {
  const report = modelled('KORT\t\nTitel\tEn\n\nKORT\t\nTitel\tTo\n', profile)
  expect(report.studies.map(({ number, title }) => [number, title])).toEqual([
    [1, 'En'],
    [2, 'To'],
  ])
})

test('other tables are no studies, nor is any without the profile', () => {
  expect(modelled('Navn\t\nTitel\tEn\n', profile).studies).toEqual([])
  expect(modelled('KORT\t\nTitel\tEn\n').studies).toEqual([])
})

describe('a label', () => {
  test.each([
    ['with words in brackets', 'Hvem (1-5)'],
    ['that goes on', 'Hvem det gælder'],
    ['in other letters', 'HVEM'],
  ])('%s', (_, label) => {
    expect(study(`Titel\tX\n${label}\tSømænd\n`).targetGroup).toBe('Sømænd')
  })

  test('with one letter in five wrong', () => {
    expect(study('Titel\tX\nForfatere\tIda Berg\n').authors).toBe('Ida Berg')
    expect(study('Titel\tX\nFrofater\tIda Berg\n').authors).toBe('')
  })
})

describe('the points of a field', () => {
  const results = (cell: string) => {
    const { results, leadIns } = study(`Titel\tX\nFund\t${cell}\n`)
    return { results, leadIn: leadIns.results }
  }

  test.each([
    ['prose is one', 'Skibene kom hjem.', ['Skibene kom hjem.'], undefined],
    ['a list', '<ul><li>• a</li><li>b</li></ul>', ['a', 'b'], undefined],
    ['words that lead up to a list', 'De fandt:<ul><li>a</li><li>b</li></ul>', ['a', 'b'], 'De fandt:'],
    ['words that stand for themselves', 'De fandt lidt.<ul><li>a</li></ul>', ['De fandt lidt.', 'a'], undefined],
    ['marks in prose', '1) kom hjem 2) blev ude', ['1) kom hjem', '2) blev ude'], undefined],
    ['marks after words', 'De fandt: a) ét b) to', ['a) ét', 'b) to'], 'De fandt:'],
    ['nothing', '', [], undefined],
  ])('%s', (_, cell, points, leadIn) => {
    expect(results(cell)).toEqual({ results: points, leadIn })
  })
})

describe('a score', () => {
  test.each([
    ['5', { min: 5, max: 5, note: null }],
    ['3-4', { min: 3, max: 4, note: null }],
    ['3 – 4', { min: 3, max: 4, note: null }],
    ['5 (Mange skibe)', { min: 5, max: 5, note: 'Mange skibe' }],
    ['3 - Kun få skibe (i syd)', { min: 3, max: 3, note: 'Kun få skibe (i syd)' }],
    ['4 Gode data.', { min: 4, max: 4, note: 'Gode data.' }],
    ['Ikke vurderet', null],
    ['', null],
  ])('%s', (cell, score) => {
    expect(study(`Titel\tX\nHvor sikkert\t${cell}\nHvor langt\t5\n`).reliability).toEqual(score)
  })
})
