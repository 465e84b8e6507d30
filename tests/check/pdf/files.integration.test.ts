import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../../src/check/formats.ts'
import { checkFiles } from '../../../src/check/pdf/files.ts'
import { pdfKinds } from '../../../src/check/pdf/rules.ts'
import { Problems } from '../../../src/input/problem.ts'
import { breakages } from './broken.ts'
import { goodPdf, loaded } from './good.ts'

const folder = mkdtempSync(join(tmpdir(), 'prisme-pdf-'))
const path = (name: string) => join(folder, name)
let good: Uint8Array

beforeAll(async () => {
  good = await goodPdf()
  mkdirSync(path('all/below'), { recursive: true })
  mkdirSync(path('none'))
  writeFileSync(path('all/b.pdf'), good)
  writeFileSync(path('all/below/a.PDF'), await broken('a figure without words'))
  writeFileSync(path('all/text.txt'), 'no PDF, and not asked for')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function broken(name: string): Promise<Uint8Array> {
  const file = await loaded(good)
  breakages.find((breakage) => breakage.name === name)!.breakIt(file)
  return file.save({ updateFieldAppearances: false })
}

async function written(name: string, data: Uint8Array | string): Promise<string> {
  writeFileSync(path(name), data)
  return path(name)
}

test('the PDFs of a folder, at any depth, each finding with its file and page', async () => {
  expect(await checkFiles([path('all')])).toMatchObject([
    { rule: 'pdf-alternative', severity: 'error', file: path('all/below/a.PDF'), line: 1, column: 1, page: 1 },
    { rule: 'pdf-claim', severity: 'error', file: path('all/below/a.PDF'), page: null },
  ])
})

describe('what a file says of itself', () => {
  test('is borne out where nothing is found', async () => {
    expect(await checkFiles([path('all/b.pdf')])).toEqual([])
  })

  test('is missed where it could be said', async () => {
    const silent = await written('silent.pdf', await goodPdf(['something']))
    expect(await checkFiles([silent])).toMatchObject([{ rule: 'pdf-claim', severity: 'info' }])
  })
})

describe('what cannot be checked', () => {
  test('an encrypted file is a finding', async () => {
    const file = await loaded(good)
    file.encrypt({ userPassword: 'x', ownerPassword: 'y' })
    expect(await checkFiles([await written('locked.pdf', await file.save())])).toMatchObject([
      { rule: 'pdf-readable', severity: 'error', message: expect.stringContaining('encrypted') },
    ])
  })

  test.each([10, 50, 90])('a file cut off after %i per cent of it is a finding, or several', async (share) => {
    const cut = await written('cut.pdf', good.subarray(0, (good.length * share) / 100))
    const findings = await checkFiles([cut])
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0)
    expect(findings.map(({ message }) => message).join('\n')).not.toMatch(/\bat .*:\d+:\d+/)
  })

  test('what is no PDF, is not there or holds none is a problem that names it, all at once', async () => {
    const text = await written('text.pdf', 'Dear reader')
    const asked = checkFiles([text, path('nowhere'), path('none'), path('all/b.pdf')])
    const error = await asked.catch((reason) => reason)
    expect(error).toBeInstanceOf(Problems)
    expect((error as Problems).problems.map(({ message, details }) => [details.file, message])).toEqual([
      [path('nowhere'), 'is not there'],
      [path('none'), 'has no PDF in it'],
      [text, 'is no PDF'],
    ])
    expect((error as Problems).problems[2]!.details).toMatchObject({
      line: 1,
      found: '"Dear reader"',
      expected: '%PDF-',
    })
  })
})

test('in every format a finding has its page, and no line', async () => {
  const findings = (await checkFiles([path('all')])).map((finding) => ({ ...finding, file: 'a.pdf' }))
  const [text, github, sarif] = ['text', 'github', 'sarif'].map((format) => formats[format]!(findings, pdfKinds, '1'))
  expect(text).toMatch(/^a\.pdf page 1 error a Figure has no alternative text \(pdf-alternative\)\na\.pdf error /)
  expect(github).toMatch(/^::error file=a\.pdf,title=pdf-alternative::page 1: a Figure has/)
  const [{ message, locations, ruleIndex }] = JSON.parse(sarif!).runs[0].results
  expect(message.text).toMatch(/^page 1: a Figure/)
  expect(locations).toEqual([{ physicalLocation: { artifactLocation: { uri: 'a.pdf' } } }])
  expect(pdfKinds[ruleIndex]!.id).toBe('pdf-alternative')
})
