import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSource } from '../../src/build/source.ts'
import type { Finding } from '../../src/check/rule.ts'
import { check } from '../../src/check/run.ts'
import { labels } from '../model/labels.ts'
import { extractedFolder } from '../support/extracted-report.ts'

const folder = { path: extractedFolder, shown: 'source', name: 'source' }
const templates = { folders: [{ path: resolve('templates'), shown: 'templates', name: 'templates' }] }
const source = await readSource(folder)
const findings = await check({ ...source, check: source.profile.check, templates })

const linesOf = ({ line, related }: Finding) => [line, ...related.map((place) => place.line)]
/** Does one finding name every one of some lines? */
const isFound = (lines: number[]) => findings.some((finding) => lines.every((line) => linesOf(finding).includes(line)))

test('the six dead references, and no other', () => {
  const dead = findings.filter(({ rule }) => rule === 'dead-reference')
  expect(dead.map(({ line, message }) => [line, /nearest is "(.*)"/.exec(message)?.[1]])).toEqual([
    [306, 'FIGUR 4.1'],
    [330, '4.2'],
    [766, '5.8'],
    [958, '5.7'],
    [969, '5.7'],
    [1142, '5.5'],
  ])
  const known = labels('crossReferences').filter(({ resolves }) => !resolves)
  expect(known.filter(({ line }) => !dead.some((finding) => finding.line === line))).toEqual([])
})

test('the contradictions that a careful reader labelled, each with the lines of all its places', () => {
  const missed = labels('inconsistencies').filter(({ places }) => !isFound(places.map(({ line }) => line)))
  expect(missed.map(({ explanation }) => explanation)).toEqual([])
})

test('of the contradictions found by reading, two thirds at least', () => {
  const known: { about: string; lines: number[] }[] = JSON.parse(
    readFileSync('tests/fixtures/contradictions.json', 'utf8'),
  )
  const missed = known.filter(({ lines }) => !isFound(lines))
  expect(missed.length, missed.map(({ about }) => about).join(', ')).toBeLessThanOrEqual(known.length / 3)
})
