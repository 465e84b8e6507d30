import { beforeAll, describe, expect, test } from 'vitest'
import { checkPdf } from '../../../src/check/pdf/check.ts'
import { pdfRules } from '../../../src/check/pdf/rules.ts'
import { breakages } from './broken.ts'
import { goodPdf, loaded } from './good.ts'

let good: Uint8Array

beforeAll(async () => {
  good = await goodPdf()
})

test('nothing is found in a file without faults', async () => {
  expect(checkPdf(await loaded(good))).toEqual([])
})

describe('of a file that is broken in one place, one rule finds it and no other', () => {
  test.each(breakages.map((breakage) => [breakage.name, breakage] as const))('%s', async (_, { rule, breakIt }) => {
    const file = await loaded(good)
    breakIt(file)
    // as it is read when it was written
    const findings = checkPdf(await loaded(await file.save({ updateFieldAppearances: false })))
    expect(findings.map((finding) => finding.rule).filter((id) => id !== rule)).toEqual([])
    expect(findings.length).toBeGreaterThan(0)
  })
})

test('every rule is broken by one of them', () => {
  const broken = new Set(breakages.map(({ rule }) => rule))
  expect(pdfRules.map(({ id }) => id).filter((id) => !broken.has(id))).toEqual([])
})

test('where veraPDF finds something too, it is by a rule that ours is said to go with', () => {
  const veraPdfOf = new Map(pdfRules.map(({ id, veraPdf }) => [id, veraPdf]))
  const others = breakages.filter(
    ({ rule, veraPdf }) => veraPdf.length && !veraPdf.some((each) => veraPdfOf.get(rule)!.includes(each)),
  )
  expect(others.map(({ name }) => name)).toEqual([])
})
