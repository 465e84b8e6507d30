import { expect, test } from 'vitest'
import { statementFor } from '../../../src/check/rules/statement-for.ts'
import { holding } from '../../editorial/editing.ts'
import { found, harbours } from '../checked.ts'

const report = '# 1 Ice\n\nIt was cold in Northport.\n'
const findings = (about: string) => {
  const editorial = `statements:\n  - { id: cold, for: ${about}, text: Cold, basis: [3] }\n`
  const held = holding({ report, editorial, profile: { language: 'en', ...harbours } })
  return found(statementFor, report, harbours, { editorial: held.editorial })
}

test.each(['Nortport', 'Northprot', 'port of northpord'])('%s is a slip of the pen', (about) => {
  expect(findings(about).map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    expect.stringMatching(/^editorial\.yaml:2 "cold for .+" is for no entity; nearest is "(?:Port of )?Northport"$/),
  ])
})

test.each(['Northport', 'NORTHPORT', 'Port of Northport', 'fishing', '3'])('nothing of %s', (about) => {
  expect(findings(about)).toEqual([])
})
