import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSource } from '../../src/build/source.ts'
import { documentTrouble } from '../../src/check/documents.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import { keyOf } from '../../src/editorial/key.ts'
import { isStale } from '../../src/editorial/standing.ts'

const folder = mkdtempSync(join(tmpdir(), 'prisme-update-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the statements of editors that rest on a cell that changed are stale, with what they rest on', async () => {
  cpSync('source', folder, { recursive: true })
  mkdirSync(join(folder, 'data'), { recursive: true })
  writeFileSync(
    join(folder, 'data/one-cell.csv'),
    '---\ndate: 2026-03-01\nsource: Danmarks Statistik\n---\ntable,row,column,value\nTABEL 5.1,AC i alt,Aarhus,"3.610 (7,0 pct.)"\n',
  )
  const source = { path: folder, shown: 'source', name: 'source' }
  const { report, text, update, profile } = await readSource(source)
  const { templates } = foldersOf({ source: 'source' })
  const { editorial, problems } = await documentTrouble(report, text, source, templates, update.stale, profile)
  const stale = editorial.statements.filter(isStale)
  expect(problems).toEqual([])
  const row = report.tables.find(({ id }) => id === 'TABEL 5.1')!.rows.find(([head]) => head!.text === 'AC i alt')!
  const touched = [row[0]!.line, ...update.stale.map(({ line }) => line)]
  const resting = stale.filter(({ basis }) =>
    basis.some(([first, last]) => touched.some((line) => first <= line && last >= line)),
  )
  expect(new Set(resting)).toEqual(new Set(stale))
  expect(stale.map(keyOf)).toEqual(
    expect.arrayContaining(['diagram-ledighed', 'politik-headline', 'presse-headline', 'diagram-ledighed for Aarhus']),
  )
  expect(stale.map(keyOf)).not.toContain('deck-akasse for Aarhus')
})
