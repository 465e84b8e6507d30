import { describe, expect, test } from 'vitest'
import { formats } from '../../../src/check/formats.ts'
import type { Finding } from '../../../src/check/rule.ts'
import { kinds } from '../../../src/check/run.ts'

const findings: Finding[] = [
  {
    rule: 'total',
    severity: 'error',
    file: 'my source/report.md',
    line: 7,
    column: 1,
    message: 'Total is 22%,\nnot 21: see',
    related: [{ file: 'my source/report.md', line: 3, message: '"12"' }],
  },
  { rule: 'misreading', severity: 'info', file: '/a/report.md', line: 2, column: 4, message: 'odd', related: [] },
]
const written = (format: string) => formats[format]!(findings, kinds, '1.2.3')

test('text: the place, the other places below it', () => {
  expect(written('text')).toBe(
    'my source/report.md:7:1 error Total is 22%,\nnot 21: see (total)\n    my source/report.md:3 "12"\n/a/report.md:2:4 info odd (misreading)\n',
  )
})

test('json: the findings as they are', () => {
  expect(JSON.parse(written('json'))).toEqual(findings)
})

test('github: workflow commands, their marks escaped, one line each', () => {
  expect(written('github')).toBe(
    '::error file=my source/report.md,line=7,col=1,title=total::Total is 22%25,%0Anot 21: see%0Amy source/report.md:3 "12"\n' +
      '::notice file=/a/report.md,line=2,col=4,title=misreading::odd\n',
  )
})

describe('sarif', () => {
  const log = JSON.parse(written('sarif'))
  const [run] = log.runs

  test('version, tool, and every rule with its description and default level', () => {
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') })
    expect(run.tool.driver).toMatchObject({ name: 'prisme', version: '1.2.3' })
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(kinds.map(({ id }) => id))
    for (const rule of run.tool.driver.rules) {
      expect(rule.shortDescription.text).toBeTruthy()
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level)
    }
  })

  test('each result points at its rule and its places, paths as URIs', () => {
    for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(run.results[0]).toMatchObject({
      level: 'error',
      message: { text: findings[0]!.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20source/report.md' },
            region: { startLine: 7, startColumn: 1 },
          },
        },
      ],
      relatedLocations: [{ id: 0, physicalLocation: { region: { startLine: 3 } }, message: { text: '"12"' } }],
    })
    expect(run.results[1]).toMatchObject({
      level: 'note',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///a/report.md' } } }],
    })
    expect(run.results[1].relatedLocations).toBeUndefined()
  })
})
