import { expect, test } from 'vitest'
import { data } from '../../../src/check/rules/data.ts'
import type { Problem } from '../../../src/input/problem.ts'
import { withData } from '../../update/updated.ts'

/** What the rule says of data files. */
async function found(text: string): Promise<string[]> {
  const { update } = await withData({ 'x.csv': text })
  const context = { update: update as { problems: Problem[]; doubts: Problem[] } }
  const all = data.run(null as never, context as never)
  return all.map(
    ({ file, line, column, severity = 'error', message }) => `${file}:${line}:${column} ${severity} ${message}`,
  )
}

const missing = 'table,row,column,value\nTable 1,Easton,Boats,..\n'

test('an error says what the file should have, or what to write to allow it; a doubt is a warning', async () => {
  expect(await found(missing)).toEqual([
    'source/data/x.csv:6:22 error is missing: Table 1, Easton, Boats has a value; found .. (not available, or too uncertain to give); expected a value, as "640 (25.6%)"; or "allow: missing-values", which keeps it and says so',
  ])
  expect(await found(`# date: 2026\n# source: S\n# allow: missing-values\n${missing}`)).toEqual([
    'source/data/x.csv:5:22 warning Table 1, Easton, Boats keeps "640 (25.6%)": its new value is missing; found .. (not available, or too uncertain to give); expected a value for each cell',
  ])
})
