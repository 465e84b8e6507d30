import { expect, test } from 'vitest'
import { deadReference } from '../../../src/check/rules/dead-reference.ts'
import { found, lines } from '../checked.ts'

const report = `# 1 Aims

See section 1.7, section 2.1, Table 4 and Table 2.

# 2 Boats

## 2.1 Old boats

Figure 4: Boats

| Year | Boats |
|------|-------|
| 2020 | 4     |

Table 2: Crews

| Year | Crews |
|------|-------|
| 2020 | 4     |

## 2.7 New boats

None.
`

test('each dead reference with the nearest live one: the same number elsewhere, or under another word', () => {
  const findings = found(deadReference, report)
  expect(findings.map(({ message }) => message)).toEqual([
    '"section 1.7" leads nowhere: the report has no section "1.7"; nearest is "2.7"',
    '"Table 4" leads nowhere: the report has no table "TABLE 4"; nearest is "Figure 4"',
  ])
  expect(lines(findings)).toEqual([
    [3, 21],
    [3, 9],
  ])
})

test('nothing where all references lead somewhere', () => {
  expect(found(deadReference, report.replace('section 1.7, ', '').replace('Table 4 and ', ''))).toEqual([])
})
