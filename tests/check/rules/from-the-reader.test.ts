import { describe, expect, test } from 'vitest'
import { duplicateCaption } from '../../../src/check/rules/duplicate-caption.ts'
import { footnote } from '../../../src/check/rules/footnote.ts'
import { reading } from '../../../src/check/rules/reading.ts'
import { found } from '../checked.ts'

const table = '| A | B |\n|---|---|\n| a | 1 |\n'
const report = `# 1 Ice\n\nCold<sup>4</sup>.[^1]\n\nTable 1: Ice\n\n${table}\nTable 1: Tides\n\n${table}\n[^1]: Very.\n\n\`\`\`\nnever closed\n`

describe('what reading and modelling found odd is told once, each by its rule', () => {
  test('footnotes', () => {
    expect(found(footnote, report).map(({ line }) => line)).toEqual([3])
  })
  test('captions', () => {
    expect(found(duplicateCaption, report).map(({ line }) => line)).toEqual([11])
  })
  test('the rest', () => {
    expect(found(reading, report).map(({ line }) => line)).toEqual([19])
  })
  test('nothing of a report without oddities', () => {
    const fine = `# 1 Ice\n\nCold.[^1]\n\nTable 1: Ice\n\n${table}\n[^1]: Very.\n`
    expect([footnote, duplicateCaption, reading].flatMap((rule) => found(rule, fine))).toEqual([])
  })
})
