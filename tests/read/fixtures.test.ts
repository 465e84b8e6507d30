import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inspectNoColor } from 'unist-util-inspect'
import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../src/locale/locales.ts'
import { readReport } from '../../src/read/read.ts'

/**
 * Each `fixtures/*.md` is read, and the tree with the repairs must be what stands beside it in `*.tree`.
 * One named like `x.da.md` is read as Danish, any other in the language that is taken where none is told. A new fixture gets its tree written, to be read with care before it is kept. Where a tree is no longer the same, the
 * new one stands beside it as `*.tree-changed`.
 */
const folder = join(import.meta.dirname, 'fixtures')
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => basename(file, '.md'))
  .sort()

describe('reading', () => {
  test.each(names)('%s', (name) => {
    const found = described(readFileSync(join(folder, `${name}.md`), 'utf8'), languageOf(name))
    const kept = join(folder, `${name}.tree`)
    const changed = join(folder, `${name}.tree-changed`)
    if (!existsSync(kept)) {
      if (process.env.CI) throw new Error(`${name}.tree is missing: write it on your own machine and read it`)
      writeFileSync(kept, found)
    }
    const expected = readFileSync(kept, 'utf8')
    if (found === expected) rmSync(changed, { force: true })
    else writeFileSync(changed, found)
    expect(found).toBe(expected)
  })

  test('no tree without its report', () => {
    const trees = readdirSync(folder).filter((file) => file.endsWith('.tree'))
    expect(trees.map((file) => basename(file, '.tree')).filter((name) => !names.includes(name))).toEqual([])
  })
})

function languageOf(name: string): Language | undefined {
  return languages.find((language) => name.endsWith(`.${language}`))
}

/** The tree with its positions, then a line for each repair and each warning. */
function described(markdown: string, language?: Language): string {
  const { tree, repairs, warnings } = readReport(markdown, 'report.md', language)
  const log = repairs.map(
    ({ rule, line, endLine, before, after }) =>
      `${rule} ${line}-${endLine}: ${JSON.stringify(before)} -> ${JSON.stringify(after)}`,
  )
  const odd = warnings.map(({ rule, line, column, message }) => `${rule} ${line}:${column}: ${message}`)
  return [inspectNoColor(tree), '', ...log, ...odd, ''].join('\n')
}
