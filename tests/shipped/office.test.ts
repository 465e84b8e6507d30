import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Nodes } from 'mdast'
import { afterAll, describe, expect, test } from 'vitest'
import { fitSlides } from '../../src/render/slides/fit.ts'
import { builtAll } from '../support/built.ts'
import { faultsOf } from '../support/office-package.ts'

/** Decks as PowerPoint files, read by others than the library that wrote them. */
const decks = await Promise.all(
  (await builtAll('source'))
    .filter(({ document }) => document.kind === 'deck')
    .map(async ({ name, document, dress, built }) => {
      const { tree } = await fitSlides(document.tree, dress.theme)
      const pptx = built.find(({ format }) => format === 'pptx')!.data as Uint8Array
      return { name, pptx, slides: tree.children.length, tables: count(tree, isTable), charts: count(tree, isChart) }
    }),
)

test.each(decks)('$name: every part is whole, typed and found', ({ pptx }) => {
  expect(faultsOf(pptx)).toEqual([])
})

const office = spawnSync('soffice', ['--version']).status === 0

describe.skipIf(!office)('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prisme-office-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('finds the slides, tables and charts of each deck', { timeout: 180_000 }, () => {
    const paths = decks.map(({ pptx }, at) => {
      const path = join(folder, `deck-${at}.pptx`)
      writeFileSync(path, pptx)
      return path
    })
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'odp', '--outdir', folder, ...paths], {
      stdio: 'ignore',
    })
    for (const [at, { name, slides, tables, charts }] of decks.entries()) {
      const parts = unzipSync(readFileSync(join(folder, `deck-${at}.odp`)))
      const content = strFromU8(parts['content.xml']!)
      const found = (tag: string) => content.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0
      const objects = Object.keys(parts).filter((path) => /^Object \d+\/content\.xml$/.test(path))
      const drawn = objects.filter((path) => strFromU8(parts[path]!).includes('<chart:chart'))
      expect([found('draw:page'), found('table:table'), drawn.length], name).toEqual([slides, tables, charts])
    }
  })
})

/** What PowerPoint has a table for. */
function isTable({ type }: Nodes): boolean {
  return type === 'exhibit' || type === 'diagram' || type === 'facts'
}
function isChart({ type }: Nodes): boolean {
  return type === 'chart'
}

function count(node: Nodes, wanted: (node: Nodes) => boolean): number {
  if (wanted(node)) return 1
  return 'children' in node ? (node.children as Nodes[]).reduce((sum, child) => sum + count(child, wanted), 0) : 0
}
