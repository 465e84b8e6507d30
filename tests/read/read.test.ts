import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { inspectNoColor } from 'unist-util-inspect'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../src/input/problem.ts'
import { limits } from '../../src/read/limits.ts'
import { readReport } from '../../src/read/read.ts'
import { tabTable } from '../../src/read/syntax/tab-table.ts'

const read = (text: string) => readReport(text, 'report.md')

describe('a report without TABs is parsed as remark does', () => {
  const folder = join(import.meta.dirname, 'fixtures')
  const fixtures = readdirSync(folder).filter((file) => file.endsWith('.md'))
  const plain = fixtures.map((file) => readFileSync(join(folder, file), 'utf8')).filter((text) => !text.includes('\t'))
  const lists =
    '1. a\n2. b\n\n   c\n- d\n  * e\n    + f\n\n10) g\n-\n- h\n\n      code\n---\n***\n* * *\n_ _ _\n<div>\nx\n</div>\n: y\n'

  test.each([...plain, lists])('%#', (text) => {
    const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false })
    expect(inspectNoColor(parser().use(tabTable).parse(text))).toBe(inspectNoColor(parser().parse(text)))
  })
})

describe('what cannot be read is a problem', () => {
  test.each(['', ' \n\t\n', '\uFEFF', '\u00a0\n'])('%j is empty', (text) => {
    expect(() => read(text)).toThrow(Problem)
  })

  test('it names the file', () => {
    expect(() => read('')).toThrow(
      expect.objectContaining({
        message: 'is empty',
        details: expect.objectContaining({ file: 'report.md', line: 1 }),
      }),
    )
  })

  test('nesting without end', () => {
    expect(() => read(`text\n\n${'>'.repeat(1000)} x\n`)).toThrow(
      expect.objectContaining({
        message: 'is nested too deeply',
        details: { file: 'report.md', line: 3, column: limits.depth + 1, expected: `at most ${limits.depth} levels` },
      }),
    )
    expect(() => read(`${'*'.repeat(1000)}a${'*'.repeat(1000)}\n`)).toThrow(Problem)
    expect(read(`${'>'.repeat(limits.depth - 2)} x\n`).repairs).toEqual([])
  })
})

describe('anything else is read, and none of its text is lost', () => {
  test.each([
    ['a byte order mark', '\uFEFF# Boats\n\nAlma\t12\n'],
    ['Windows line ends', '# Boats\r\n\r\nAlma\t12\r\nBell\t9\r\n'],
    ['old line ends', '# Boats\r\rAlma\t12\rBell\t9\r'],
    ['a NUL', '# Bo\0ats\n\nAl\0ma\t12\n'],
    ['letters that turn the direction', '# Boats\u202e\n\n\u2066Alma\u2069\t12\n'],
    ['half a pair of surrogates', '# Boats \ud800\n\nAlma\t\udfff12\n'],
    ['an open fence', '# Boats\n\n```\nAlma\t12\n'],
    ['an open HTML block', '# Boats\n\n<div>\nAlma\t12\n'],
    ['an open comment', '# Boats\n\n<!--\nAlma\t12\n'],
    ['tags in tags', `# Boats\n\n${'<b>'.repeat(2000)}Alma 12${'</b>'.repeat(2000)}\n`],
    ['lists in lists in a cell', `# Boats\n\nAlma\t${'<ul><li>'.repeat(1000)}12${'</li></ul>'.repeat(1000)}\n`],
    ['open lists in a cell', `# Boats\n\nAlma\t${'<ul><li>'.repeat(1000)}12\n`],
    ['many cells', `# Boats\n\nAlma${'\t'.repeat(3000)}12\n`],
    ['open brackets', `# Boats\n\nAlma 12 ${'['.repeat(1000)}\n`],
  ])('%s', (_, text) => {
    const { tree } = read(text)
    const found = tree.children
      .map((node) => ('value' in node ? node.value : textOf(node)))
      .join(' ')
      .replace(/[\0\ufffd]/g, '')
    expect(found).toContain('Boats')
    expect(found).toMatch(/Alma/)
    expect(found).toMatch(/12/)
  })

  test('line ends of any kind give the same tree', () => {
    const text = '# Boats\n\nTons\nAlma\t12\n\n- a\n- b\n\n> x\n> y\n'
    const shape = (written: string) =>
      inspectNoColor(read(written).tree, { showPositions: false }).replace(/\\r\\n|\\r/g, '\\n')
    expect(shape(text.replaceAll('\n', '\r\n'))).toBe(shape(text))
    expect(shape(text.replaceAll('\n', '\r'))).toBe(shape(text))
  })

  test('reading twice gives the same', () => {
    const text = 'Two boats, so many that the quay\n\ncould not hold the for-tunes of fortunes and fortunes.\n'
    expect(read(text)).toEqual(read(text))
  })
})
