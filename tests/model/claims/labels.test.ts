import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Claim, Report } from '../../../src/model/report.ts'
import { modelExtracted } from '../../support/extracted-report.ts'
import { type ClaimLabel, labels } from '../labels.ts'
import { modelled } from '../modelled.ts'

/** Does a claim give what a reader linked: the number on its line, the table, and whether both say the same? */
const isOf = (claim: Claim, label: ClaimLabel) =>
  claim.line === label.line &&
  [claim.value, claim.max].includes(label.value) &&
  [label.table, ...(label.alsoIn ?? [])].includes(claim.table) &&
  claim.agrees === label.agrees

/** The labels that no claim gives, as "line value table". */
const missed = (known: ClaimLabel[], { claims }: Report) =>
  known.filter((label) => !claims.some((claim) => isOf(claim, label))).map(named)

const named = ({ line, value, table }: Pick<Claim, 'line' | 'value' | 'table'>) => `${line} ${value} ${table}`

const report = modelExtracted()

test('of the claims that readers found in the report, those that repeat a cell', () => {
  const direct = labels('claims').filter(({ derived }) => !derived)
  expect(direct.length).toBeGreaterThan(15)
  expect(1 - missed(direct, report).length / direct.length, missed(direct, report).join('\n')).toBeGreaterThanOrEqual(
    0.85,
  )
})

test('those that follow from several', () => {
  const derived = labels('claims').filter(({ derived }) => derived)
  expect(derived.length).toBeGreaterThan(15)
  expect(
    1 - missed(derived, report).length / derived.length,
    missed(derived, report).join('\n'),
  ).toBeGreaterThanOrEqual(0.6)
})

test('of those given up to the last that readers looked at, nearly all are theirs', () => {
  const known = labels('claims')
  const last = Math.max(...known.map(({ line }) => line))
  const given = report.claims.filter(({ line }) => line <= last)
  const wrong = given.filter((claim) => !known.some((label) => isOf(claim, label)))
  expect(wrong.length / given.length, wrong.map(named).join('\n')).toBeLessThanOrEqual(0.05)
})

test('every claim of the report has its cells, and they hold its number where it repeats one', () => {
  const wrong = report.claims.filter(({ table, cells, value, max, derived, approximation, agrees }) => {
    const { rows } = report.tables.find(({ id }) => id === table)!
    const texts = cells.map(([row, column]) => rows[row]?.[column]?.text)
    if (derived || !agrees || approximation) return texts.some((text) => text === undefined)
    const printed = [value, max]
      .filter((number) => number !== undefined)
      .map((number) => number.toLocaleString('da-DK'))
    const isWord = value < 10 && !max
    const isYear = value > 1900 && value < 2100
    return !isWord && !isYear && !texts.some((text) => printed.every((number) => text!.includes(number)))
  })
  expect(wrong.map(named)).toEqual([])
})

test('what the report says otherwise than its tables', () => {
  expect(report.claims.filter(({ agrees }) => !agrees).map(({ line, value, table }) => [line, value, table])).toEqual([
    [780, 15, 'TABEL 5.6'],
    [1128, 6, 'FIGUR 2.5'],
  ])
})

test('a short report in English, linked by hand', () => {
  const folder = 'tests/fixtures/claims'
  const known = JSON.parse(readFileSync(`${folder}/claims.json`, 'utf8')) as ClaimLabel[]
  const ferries = modelled(readFileSync(`${folder}/report.md`, 'utf8'), { language: 'en' })
  const [direct, derived] = [known.filter((label) => !label.derived), known.filter((label) => label.derived)]
  expect(missed(direct, ferries)).toEqual([])
  expect(1 - missed(derived, ferries).length / derived.length).toBeGreaterThanOrEqual(0.6)
  expect(ferries.claims.filter((claim) => !known.some((label) => isOf(claim, label))).map(named)).toEqual([])
})
