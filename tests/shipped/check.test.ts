import { expect, test } from 'vitest'
import { check } from '../../src/check/run.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import { tailorAll } from '../support/built.ts'

test('the documents of the report in source/ ask for nothing that is not there, and say nothing that is stale', async () => {
  const { source } = (await tailorAll('source')).prepared
  const { templates } = foldersOf({ source: 'source' })
  const findings = await check({ ...source, check: source.profile.check, templates })
  expect(findings.length).toBeGreaterThan(0)
  expect(findings.filter(({ rule }) => rule === 'document' || rule === 'stale-statement')).toEqual([])
})
