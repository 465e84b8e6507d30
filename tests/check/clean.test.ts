import { expect, test } from 'vitest'
import { contextOf } from '../../src/check/context.ts'
import { rules } from '../../src/check/rules.ts'
import { findingsOf } from '../../src/check/run.ts'
import { inferProfile } from '../../src/model/infer/infer.ts'
import { modelReport } from '../../src/model/model.ts'
import { readReport } from '../../src/read/read.ts'
import { english, french, german, studies } from '../model/infer/reports.ts'
import { modelled } from '../model/modelled.ts'

type Severe = [rule: string, line: number]

function severe(report: ReturnType<typeof modelled>, text: string): Severe[] {
  const context = contextOf(report, text)
  const findings = rules.flatMap((rule) => findingsOf(rule, report, context, 'report.md'))
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, line }): Severe => [rule, line])
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
}

test.each([
  ['English', english, 'en'],
  ['German', german, 'de'],
  ['French', french, 'fr'],
  ['of studies', studies, 'en'],
] as const)('reports that agree with themselves raise no alarm: %s', (_, text, language) => {
  const read = readReport(text, 'report.md', language)
  const { profile } = inferProfile(read, { language, name: 'report' })
  expect(severe(modelReport(read, profile), text)).toEqual([])
})

const planted = `# Night clinics

# 1 Summary

Three clinics took part. Ashby employs 14 nurses, and waiting fell in all of them. The gains rest on three conditions: staff, rooms and money. As section 2.9 shows, costs fell too.

In Ashby, Corley and Denholm the health board has paid for short evening courses in wound care and triage.

# 2 Findings

## 2.1 Staff

Table 1: Staff and visits in 2023

| Clinic | Nurses | Doctors | Visits |
|---|---|---|---|
| Ashby | 12 | 4 | 8,100 |
| Corley | 9 | 3 | 6,050 |
| Denholm | 11 | 5 | 7,200 |
| Total | 33 | 12 | 21,350 |

Corley Clinic has 9 nurses. Of its 20 employees, of whom 12 give care, the remaining six are porters.

In Ashby and Corley the health board has paid for short evening courses in wound care and triage.

## 2.2 Money

Table 2: Overview

| Clinic | Nurses | Cost |
|---|---|---|
| Ashby | 12 | £400,000 |
| Corley | 9 | £310,000 |
| Denholm | 10 | £390,000 |

The gains rest on four conditions in the clinics, among them staff, rooms and money.

There are two kinds of visit:

- planned visits
- acute visits
- visits by telephone
`

const repaired = planted
  .replace('14 nurses', '12 nurses')
  .replace('section 2.9', 'section 2.2')
  .replace('| 33 |', '| 32 |')
  .replace('remaining six', 'remaining eight')
  .replace('In Ashby and Corley the', 'In Ashby, Corley and Denholm the')
  .replace('| 10 |', '| 11 |')
  .replace('four conditions', 'three conditions')
  .replace('two kinds', 'three kinds')

const entities = { clinic: [{ name: 'Ashby' }, { name: 'Corley', aliases: ['Corley Clinic'] }, { name: 'Denholm' }] }

test('each of eight planted faults is found, and nothing else', () => {
  expect(severe(modelled(planted, { language: 'en', entities }), planted)).toEqual([
    ['dead-reference', 5],
    ['text-and-table', 5],
    ['total', 20],
    ['parts', 22],
    ['twin-sentences', 24],
    ['tables-differ', 34],
    ['text-differs', 36],
    ['list-count', 38],
  ])
})

test('none is left once they are mended', () => {
  expect(severe(modelled(repaired, { language: 'en', entities }), repaired)).toEqual([])
})

test('in German', () => {
  const text = `# Büchereien

# 1 Kurz

Altdorf beschäftigt 15 Mitarbeiter, davon 9 in der Ausleihe. Die übrigen vier arbeiten im Magazin.

# 2 Ergebnisse

| Stadt | Mitarbeiter | Ausleihen |
|---|---|---|
| Altdorf | 12 | 81.000 |
| Neustadt | 9 | 60.500 |
| Insgesamt | 21 | 151.500 |

In Neustadt gibt es 9 Mitarbeiter und rund 60.000 Ausleihen. In Altdorf stieg die Zahl um 5.000 auf 81.000 Ausleihen.
`
  const profile = { language: 'de' as const, entities: { stadt: [{ name: 'Altdorf' }, { name: 'Neustadt' }] } }
  expect(severe(modelled(text, profile), text)).toEqual([
    ['parts', 5],
    ['text-and-table', 5],
    ['total', 13],
  ])
})
