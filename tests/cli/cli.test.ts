import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prisme as command } from '../support/command.ts'
import { makeSource, smallReport } from '../support/source.ts'

/** Runs the command in a folder of its own. */
const prisme = (folder: string, ...args: string[]) => command(folder, args)

const run = (files: Record<string, string | Uint8Array>, ...args: string[]) => {
  const { folder } = makeSource(files)
  return prisme(folder, ...args).then((result) => ({ ...result, folder }))
}

describe('input that cannot be used: exit 2, the place and what would be right, no stack trace', () => {
  const audience = readSmall('audiences/alle.yaml')

  test.each<[string, Record<string, string | Uint8Array>, string[], RegExp[]]>([
    ['no report', {}, ['build', '--source', 'nowhere'], [/^nowhere there is no such source folder/m, /expected/]],
    [
      'a folder without its report',
      {},
      ['model', '--source', 'source/audiences'],
      [/^source\/audiences\/report\.yaml there is no such file/m],
    ],
    ['an empty report', { 'report.md': '' }, ['build'], [/^source\/report\.md:1:1 is empty/m]],
    ['a report of white space', { 'report.md': ' \n\t\n' }, ['build'], [/^source\/report\.md:1:1 is empty/m]],
    [
      'invalid UTF-8',
      { 'report.md': Buffer.concat([Buffer.from('# Å\n\nab'), Buffer.from([0xe6])]) },
      ['model'],
      [/^source\/report\.md:3:3 is not UTF-8/, /found +byte 0xe6/],
    ],
    [
      'invalid YAML',
      { 'report.yaml': 'language: da\ncaptions: {table: [\n' },
      ['build'],
      [/^source\/report\.yaml:\d+:\d+ is not valid YAML/m],
    ],
    [
      'an unknown key',
      { 'audiences/alle.yaml': audience.replace('formats:', 'fromats:') },
      ['build'],
      [
        /^source\/audiences\/alle\.yaml:4:\d+ .*unknown key "fromats"|alle\.yaml:4:\d+ unknown key "fromats"/m,
        /nearest +formats/,
      ],
    ],
    [
      'a wrong value',
      { 'audiences/alle.yaml': audience.replace('[html]', '[htlm]') },
      ['build'],
      [/alle\.yaml:4:\d+ has a wrong value/, /found +"htlm"/, /nearest +html/],
    ],
    ['an unknown audience', {}, ['build', '--audience', 'ale'], [/unknown audience "ale"/, /nearest +alle/]],
    ['an unknown edition', {}, ['build', '--edition', 'Nord'], [/unknown edition "Nord"/]],
    ['an unknown format', {}, ['build', '--format', 'pfd'], [/unknown format "pfd"/, /nearest +pdf/]],
    [
      'a table that is not there',
      { 'templates/briefs/brief.md.hbs': '# T\n\n{{cell "TABEL 2.2" row=1 column=1}}\n' },
      ['build'],
      [/^source\/templates\/briefs\/brief\.md\.hbs:3:1 the report has no table "TABEL 2\.2"/m, /nearest +TABEL 2\.1/],
    ],
    [
      'a table of a directive that is not there',
      { 'templates/briefs/brief.md.hbs': '# T\n\n::table{of="TABEL 2.2"}\n' },
      ['build'],
      [/brief\.md\.hbs:3:1 the report has no table "TABEL 2\.2"/, /nearest +TABEL 2\.1/],
    ],
    [
      'a theme that is not there',
      { 'audiences/alle.yaml': audience.replace('standard', 'standrad') },
      ['build'],
      [/alle\.yaml:4:\d+ there is no template "themes\/standrad\/brand\.yaml"/],
    ],
    [
      'no audience',
      { 'audiences/alle.yaml': audience },
      ['build', '--source', 'source/templates'],
      [/report\.yaml there is no such file/],
    ],
    ['a section that is not there', {}, ['model', '--section', 'Indledningen'], [/nearest +Indledning/]],
  ])('%s', async (_, files, args, said) => {
    const { code, stdout, stderr } = await run(files, ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    for (const pattern of said) expect(stderr).toMatch(pattern)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test.each([[['bild']], [['build', '--fromat', 'pdf']], [['model', '--table']]])('wrong usage: %s', async (args) => {
    const { code, stderr } = await run({}, ...args)
    expect(code).toBe(2)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('with --json the problems are one JSON document on stdout', async () => {
    const { code, stdout } = await run({}, 'build', '--audience', 'ale', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ found: 'ale', nearest: 'alle' }] })
  })
})

test('build writes documents, model and manifest, and tells its steps on stderr in plain lines', async () => {
  const { code, stdout, stderr, folder } = await run({}, 'build')
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  for (const file of ['alle/brief.html', 'model.json', 'manifest.json'])
    expect(existsSync(join(folder, 'out', file))).toBe(true)
  expect(stderr).toMatch(/Read source\/report\.md/)
  expect(stderr).toMatch(/alle: 1 of 1 files/)
  expect(stderr).not.toContain('\u001b[?25l')
})

test('--quiet says nothing, --json only JSON', async () => {
  const quiet = await run({}, 'build', '--quiet')
  expect({ ...quiet, folder: '' }).toEqual({ code: 0, stdout: '', stderr: '', folder: '' })
  const json = await run({}, 'build', '--json')
  expect(JSON.parse(json.stdout)).toMatchObject({ artifacts: [{ path: 'alle/brief.html' }], failures: [] })
  expect(json.stderr).toBe('')
})

test('an artifact that fails leaves its last good file, its entry in the manifest, and the others built', async () => {
  const two = `${readSmall('audiences/alle.yaml')}  - { name: notat, template: briefs/notat.md.hbs, theme: standard, formats: [html] }\n`
  const { folder } = await run({ 'audiences/alle.yaml': two, 'templates/briefs/notat.md.hbs': '# Notat\n' }, 'build')
  const before = readFileSync(join(folder, 'out/alle/brief.html'), 'utf8')
  writeFileSync(join(folder, 'source/templates/briefs/brief.md.hbs'), '# {{cell "TABEL 9" row=1 column=1}}\n')
  writeFileSync(join(folder, 'source/templates/briefs/notat.md.hbs'), '# Nyt notat\n')
  const { code, stderr } = await prisme(folder, 'build')
  expect(code).toBe(2)
  expect(stderr).toMatch(/failed alle\/brief\.html/)
  expect(readFileSync(join(folder, 'out/alle/brief.html'), 'utf8')).toBe(before)
  expect(readFileSync(join(folder, 'out/alle/notat.html'), 'utf8')).toContain('Nyt notat')
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8'))
  expect(artifacts.map(({ path, title }: { path: string; title: string }) => [path, title])).toEqual([
    ['alle/brief.html', 'Havnen'],
    ['alle/notat.html', 'Nyt notat'],
  ])
})

test('a report that cannot be read leaves the output folder as it was', async () => {
  const { folder } = await run({}, 'build')
  const before = readFileSync(join(folder, 'out/manifest.json'), 'utf8')
  writeFileSync(join(folder, 'source/report.md'), '')
  expect((await prisme(folder, 'build')).code).toBe(2)
  expect(readFileSync(join(folder, 'out/manifest.json'), 'utf8')).toBe(before)
})

test('a build of one audience keeps the others in the manifest', async () => {
  const { folder } = await run({ 'audiences/andre.yaml': readSmall('audiences/alle.yaml') }, 'build')
  await prisme(folder, 'build', '--audience', 'andre')
  const { artifacts } = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8'))
  expect(artifacts.map(({ path }: { path: string }) => path)).toEqual(['alle/brief.html', 'andre/brief.html'])
})

test('an output folder that cannot be written is an error, not a crash', async () => {
  const { folder } = makeSource()
  writeFileSync(join(folder, 'out'), '')
  const { code, stderr } = await prisme(folder, 'build')
  expect(code).toBeGreaterThan(0)
  expect(stderr).not.toMatch(/\n\s+at /)
})

test('model --json is the model, and its parts can be had alone', async () => {
  const { stdout, folder } = await run({}, 'model', '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: 1,
    title: 'Havnens regnskab',
    coverage: { unaccounted: [] },
  })
  expect(JSON.parse((await prisme(folder, 'model', '--table', 'tabel 2.1')).stdout)).toMatchObject({
    id: 'TABEL 2.1',
    source: 'Havnekontoret',
  })
  expect(JSON.parse((await prisme(folder, 'model', '--cards', 'raad')).stdout)).toMatchObject([
    { title: 'KØB EN KRAN' },
  ])
})

test('approve keeps an approval in the lock file, and the editorial file as it was written', async () => {
  const yaml = '# redaktionen\nstatements:\n  - id: hoved # vigtig\n    text: "Ni skibe"\n    basis: [5]\n'
  const { folder } = await run(
    { 'editorial.yaml': yaml, 'templates/briefs/brief.md.hbs': '# {{say "hoved"}}\n' },
    'model',
    '--quiet',
  )
  const stale = await prisme(folder, 'build')
  expect(stale.code).toBe(1)
  expect(stale.stderr).toMatch(/source\/editorial\.yaml:3:\d+ .*not approved/)
  expect((await prisme(folder, 'approve', 'hoved')).code).toBe(2)
  expect((await prisme(folder, 'approve', 'hovde', '--reason', 'x')).stderr).toMatch(/nearest +hoved/)
  expect((await prisme(folder, 'approve', 'hoved', '--reason', 'læst')).code).toBe(0)
  expect(readFileSync(join(folder, 'source/editorial.yaml'), 'utf8')).toBe(yaml)
  expect(readFileSync(join(folder, 'source/editorial.lock.yaml'), 'utf8')).toMatch(/"id":"hoved".*"reason":"læst"/)
  expect((await prisme(folder, 'build')).code).toBe(0)
  writeFileSync(join(folder, 'source/report.md'), smallReport.replace('ni skibe', 'ti skibe'))
  expect((await prisme(folder, 'build')).code).toBe(1)
})

test('schema writes the schema of every file', async () => {
  const { folder } = makeSource()
  mkdirSync(join(folder, 'x'))
  await prisme(folder, 'schema', '--out', 'x')
  const audience = JSON.parse(readFileSync(join(folder, 'x/audience.schema.json'), 'utf8'))
  expect(Object.keys(audience.properties)).toEqual(expect.arrayContaining(['title', 'kicker', 'forEach', 'documents']))
})

function readSmall(name: string): string {
  const { folder } = makeSource()
  return readFileSync(join(folder, 'source', name), 'utf8')
}
