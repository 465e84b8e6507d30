import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/check/rule.ts'
import { prisme } from '../support/command.ts'
import { makeSource, smallReport } from '../support/source.ts'

const check = (files: Record<string, string>, ...args: string[]) => prisme(makeSource(files).folder, ['check', ...args])

const profile = readFileSync(resolve(makeSource().folder, 'source/report.yaml'), 'utf8')
const dead = smallReport.replace('ni skibe', 'ni skibe (se afsnit 2.4)')
const settings = (check: string) => ({ 'report.md': dead, 'report.yaml': `${profile}\ncheck: ${check}\n` })

/** The findings that are no mere information. */
const severe = (stdout: string) => (JSON.parse(stdout) as Finding[]).filter(({ severity }) => severity !== 'info')

describe('exit codes', () => {
  test('0 where no finding is an error, 1 where one is', async () => {
    expect(await check({})).toMatchObject({ code: 0, stdout: '' })
    const { code, stdout, stderr } = await check({ 'report.md': dead })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^source\/report\.md:5:27 error "afsnit 2\.4" leads nowhere.*\(dead-reference\)$/m)
    expect(stderr).toMatch(/^1 error, /m)
  })

  test('2 for wrong use, with the nearest', async () => {
    const { code, stderr } = await check({}, '--format', 'sarfi')
    expect(code).toBe(2)
    expect(stderr).toMatch(/unknown format "sarfi"[\s\S]*nearest +sarif/)
    expect((await check({}, '--source', 'nowhere')).code).toBe(2)
  })
})

describe('report.yaml', () => {
  test('sets a rule to another severity, or off', async () => {
    expect(await check(settings('{ rules: { dead-reference: warning } }'))).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/5:27 warning/),
    })
    expect((await check(settings('{ rules: { dead-reference: off } }'))).stderr).not.toMatch(/dead-reference/)
  })

  test('acknowledges a finding by rule and text', async () => {
    const { code, stderr } = await check(
      settings('{ acknowledged: [{ rule: dead-reference, text: "ni skibe (se afsnit", reason: known }] }'),
    )
    expect(code).toBe(0)
    expect(stderr).not.toMatch(/dead-reference|acknowledgement/)
  })

  test('an acknowledgement that nothing is found of is told, at its line', async () => {
    const { code, stderr } = await check(
      settings('{ acknowledged: [{ rule: total, text: "ni skibe", reason: known }] }'),
    )
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^source\/report\.yaml:\d+:\d+ info nothing is found any more of rule "total".*\(acknowledgement\)$/m,
    )
  })

  test.each(['{ rules: { dead-refrence: off } }', '{ acknowledged: [{ rule: dead-refrence, text: a, reason: b }] }'])(
    'an unknown rule: %s',
    async (written) => {
      const { code, stderr } = await check(settings(written))
      expect(code).toBe(2)
      expect(stderr).toMatch(/^source\/report\.yaml:\d+:\d+ unknown rule "dead-refrence"/m)
      expect(stderr).toMatch(/nearest +dead-reference/)
    },
  )
})

test('documents that ask for what is not there, each at its line', async () => {
  const { code, stdout } = await check(
    { 'templates/briefs/brief.md.hbs': '# T\n\n{{cell "TABEL 2.2" row=1 column=1}}\n' },
    '--json',
  )
  expect(code).toBe(1)
  expect(severe(stdout)).toMatchObject([
    {
      rule: 'document',
      severity: 'error',
      file: 'source/templates/briefs/brief.md.hbs',
      line: 3,
      column: 1,
      related: [],
    },
  ])
})

test('a statement whose lines have changed', async () => {
  const { code, stdout } = await check(
    { 'editorial.yaml': 'statements:\n  - { id: hoved, text: "Ni skibe", basis: [5], fingerprint: "0" }\n' },
    '--json',
  )
  expect(code).toBe(1)
  expect(severe(stdout)).toMatchObject([
    {
      rule: 'stale-statement',
      file: 'source/editorial.yaml',
      line: 2,
      related: [{ file: 'source/report.md', line: 5 }],
    },
  ])
})

test.each([
  ['json', /^\[/],
  ['sarif', /^\{/],
  ['github', /^::error file=source\/report\.md,line=5/m],
])('--format %s stands on stdout', async (format, begins) => {
  const { stdout } = await check({ 'report.md': dead }, '--format', format)
  expect(stdout).toMatch(begins)
})

test('--json is one JSON document on stdout, nothing else', async () => {
  const { stdout, stderr } = await check({ 'report.md': dead }, '--json')
  expect(severe(stdout)).toMatchObject([
    { rule: 'dead-reference', severity: 'error', file: 'source/report.md', line: 5, column: 27 },
  ])
  expect(stderr).toBe('')
})

test('--rules lists every rule with an example', async () => {
  const { code, stdout } = await check({}, '--rules')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^dead-reference \(error\)\n {2}A reference .*\n {2}e\.g\. /m)
})

describe('--pdf', () => {
  test('of the folder out, where no other is named: 2 as long as nothing is built', async () => {
    const { code, stderr } = await check({}, '--pdf')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^out is not there/m)
  })

  test('of a file: its findings, 1 where one is an error', async () => {
    const bare = await PDFDocument.create()
    bare.addPage()
    const path = join(makeSource().folder, 'bare.pdf')
    writeFileSync(path, await bare.save())
    const { code, stderr } = await check({}, '--pdf', path)
    expect(code).toBe(1)
    expect(stderr).toMatch(/bare\.pdf error the file is not tagged \(pdf-tagged\)$/m)
    const { stdout } = await check({}, '--pdf', path, '--json')
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ rule: 'pdf-tagged', severity: 'error', line: 1, column: 1, page: null, related: [] }),
    )
  })
})
