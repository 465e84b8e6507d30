import { expect, test } from 'vitest'
import { traceSchema } from '../../src/build/trace/shape.ts'
import { prisme } from '../support/command.ts'
import { makeSource } from '../support/source.ts'

const { folder } = makeSource({
  'templates/briefs/brief.md.hbs':
    '# Havnen\n\nDer er {{value "TABEL 2.1" row="Tons" column="Nordhavn"}} tons fra 2024.\n\n{{section "1"}}\n',
})

const run = (...args: string[]) => prisme(folder, ['trace', ...args])

test('a number: place, table, row, column and line; exit 0', async () => {
  expect(await run('out/alle/brief.html', '1200')).toEqual({
    code: 0,
    stdout: '',
    stderr: `warning: alle/brief.html is not built yet; this is what it would be
alle/brief.html shows "1200" in 1 place

text · Havnen
  Der er [1.200] tons fra 2024.
    source/report.md:15 TABEL 2.1 (SKIBE OG TONS) | Tons | Nordhavn: "1.200"
`,
  })
})

test('all numbers; those that are not of the report last', async () => {
  const { stderr } = await run('alle/brief.html')
  expect(stderr).toMatch(
    /shows 1 number from the report:\n {2}1\.200 tons .*report\.md:15 TABEL 2\.1 \| Tons \| Nordhavn\n1 number not from the report:\n {2}2024 .*brief\.md\.hbs:3\n$/,
  )
})

test('a table: the documents that show it', async () => {
  const { code, stderr } = await run('tabel 2.1')
  expect(code).toBe(0)
  expect(stderr).toBe('TABEL 2.1 is shown in 1 document, 1 place\n\nalle/brief.html\n  text · Havnen: 1.200 tons\n')
})

test('nothing found: exit 1, the nearest', async () => {
  expect(await run('alle/brief.html', '1.300', '--source', 'source')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/alle\/brief\.html shows no "1\.300"\n {2}nearest +1\.200\n$/),
  })
  expect(await run('TABEL 2.1', '--row', 'Kraner')).toMatchObject({
    code: 1,
    stderr: 'no document shows TABEL 2.1 | Kraner\n',
  })
})

test('wrong usage: exit 2, the nearest of artifacts and names', async () => {
  for (const [args, nearest] of [
    [['TABEL 2.2'], 'TABEL 2.1'],
    [['out/alle/breif.html'], 'out/alle/brief.html'],
    [['tabel 2.1', '--row', 'Ton'], 'Tons'],
  ] as const) {
    const { code, stderr } = await run(...args)
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(`nearest +${nearest}\n`))
  }
  expect((await run()).code).toBe(2)
})

test('--json: one document of the shape that `prisme schema` writes; --quiet', async () => {
  const { stdout } = await run('alle/brief.html', '1.200', '--json', '--quiet')
  const found = traceSchema.parse(JSON.parse(stdout))
  expect(found.places[0]!.origins[0]!.cell).toMatchObject({ table: 'TABEL 2.1', line: 15 })
  expect(await run('tabel 2.1', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('--help has examples', async () => {
  const { code, stdout } = await run('--help')
  expect(code).toBe(0)
  expect(stdout).toMatch(/Examples:[\s\S]*prisme trace "Table 2\.1" --row/)
})
