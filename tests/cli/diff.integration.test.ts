import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type DifferenceJson, differenceSchema } from '../../src/build/diff/difference.ts'
import { processIo } from '../../src/cli/io.ts'
import { fingerprint } from '../../src/editorial/fingerprint.ts'
import { prisme } from '../support/command.ts'
import { makeRepository } from '../support/repository.ts'
import { makeSource, smallReport } from '../support/source.ts'

const diff = (folder: string, ...args: string[]) => prisme(folder, ['diff', ...args])

const json = async (folder: string, ...args: string[]): Promise<DifferenceJson> =>
  differenceSchema.parse(JSON.parse((await diff(folder, ...args, '--json')).stdout))

const names = ({ changes }: DifferenceJson) => changes.map(({ kind, what, name }) => `${kind} ${what} ${name}`)
const fates = ({ documents }: DifferenceJson) =>
  documents.map(({ audience, edition, fate }) => [audience, edition, fate].filter(Boolean).join(' '))

const newNumber = smallReport.replace('1.200', '1.350')
const newText = smallReport.replace('ni skibe til kaj', 'elleve skibe til kaj')

describe('what can be compared', () => {
  test('a source folder and a report', async () => {
    const { folder } = makeSource({ 'new.md': newNumber })
    const found = await json(folder, 'source', 'source/new.md')
    expect(names(found)).toEqual(['changed cell TABEL 2.1, Tons, Nordhavn'])
    expect(found.changes[0]!.numbers).toEqual([{ before: 1200, after: 1350, difference: 150, unit: null }])
  })

  test('two folders, each with its own profile and audiences', async () => {
    const one = makeSource()
    const other = makeSource({ 'report.md': newText })
    const found = await json(one.folder, 'source', join(other.folder, 'source'))
    expect(names(found)).toEqual(['changed text Havnen lagde elleve skibe til kaj.'])
    expect(found.documents).toMatchObject([
      { audience: 'alle', fate: 'changed', because: [0], paths: ['alle/brief.html'] },
    ])
  })

  test('git revisions: of the source folder, by a path, and a tag', async () => {
    const { folder, commit, write, git } = makeRepository()
    const first = commit('one')
    git('tag', 'issue-1')
    write('source/report.md', newText)
    commit('two')
    write('source/report.md', newText.replace('950', '960'))
    expect(names(await json(folder, 'HEAD~1', 'HEAD'))).toEqual(['changed text Havnen lagde elleve skibe til kaj.'])
    expect(names(await json(folder, 'HEAD', 'source'))).toEqual(['changed cell TABEL 2.1, Tons, Sydhavn'])
    const both = ['changed text Havnen lagde elleve skibe til kaj.', 'changed cell TABEL 2.1, Tons, Sydhavn']
    expect(names(await json(folder, 'issue-1:source', 'source'))).toEqual(both)
    expect(names(await json(folder, `${first}:source/report.md`, 'source/report.md'))).toEqual(both)
    expect(names(await json(join(folder, 'source'), 'HEAD~1:./', 'HEAD:./report.md', '--source', '.'))).toEqual([
      both[0],
    ])
  })

  test('a report that is not in a folder of its own needs the profile of the source folder', async () => {
    const { folder, write } = makeRepository()
    write('reports/old.md', smallReport)
    write('reports/new.md', newText)
    expect(names(await json(folder, 'reports/old.md', 'reports/new.md'))).toHaveLength(1)
    const { code, stderr } = await diff(folder, 'reports/old.md', 'reports/new.md', '--source', 'elsewhere')
    expect(code).toBe(2)
    expect(stderr).toMatch(/reports\/old\.md has no profile[\s\S]*report\.yaml beside it, or elsewhere\/report\.yaml/)
  })
})

describe('new numbers', () => {
  const sentences = `${smallReport}
Nordhavn flyttede 1.200 tons (jf. tabel 2.1). Sydhavn flyttede færre tons end Nordhavn.
`
  const untrue = ({ changes }: DifferenceJson) =>
    changes.flatMap(({ what, name, claim }) => (what === 'claim' ? [[name, claim!.agrees, claim!.restsOn]] : []))
  const cell = { table: 'TABEL 2.1', row: 'Tons', column: 'Nordhavn', before: '1.200', after: '900' }
  const [before, after] = [true, false]

  test('of a new report make sentences untrue that repeat or compare them', async () => {
    const { folder } = makeSource({ 'report.md': sentences, 'new.md': sentences.replace('\t1.200', '\t900') })
    const found = untrue(await json(folder, 'source', 'source/new.md'))
    expect(found).toContainEqual([expect.stringContaining('1.200 tons'), { before, after }, [cell]])
    expect(found).toContainEqual(['færre', { before, after }, [cell]])
    const back = untrue(await json(folder, 'source/new.md', 'source'))
    expect(back.map(([name, agrees]) => [name, agrees])).toEqual(
      found.map(([name]) => [name, { before: after, after: before }]),
    )
  })

  test('of a data file are told with the file', async () => {
    const { folder, commit, write } = makeRepository({ 'report.md': sentences })
    commit('one')
    write('source/data/nyt.csv', 'table,row,column,value\nTABEL 2.1,Tons,Nordhavn,900\n')
    write('source/data/nyt.yaml', 'date: 2026-03-01\nsource: Havnekontoret\n')
    const found = await json(folder, 'HEAD', 'source')
    expect(found.changes.find(({ what }) => what === 'cell')).toMatchObject({
      before: '1.200',
      after: '900',
      data: { before: null, after: { file: 'data/nyt.csv', line: 2, date: '2026-03-01', source: 'Havnekontoret' } },
    })
    expect(untrue(found)).toContainEqual(['færre', { before, after }, [cell]])
  })
})

describe('what cannot be compared is told with the nearest that can', () => {
  test.each<[string, string[], RegExp]>([
    [
      'no such revision',
      ['issue-2', 'source'],
      /issue-2 is no file, no folder and no git revision[\s\S]*nearest +issue-1/,
    ],
    ['a folder misspelt', ['sourcee', 'source'], /nearest +source/],
    ['a path that a revision has not', ['HEAD:sorce', 'source'], /the revision has no "sorce"[\s\S]*nearest +source/],
    ['a revision of a path', ['HEAT:source', 'source'], /there is no revision "HEAT"[\s\S]*nearest +HEAD/],
    ['what looks like an option of git', ['source', '--', '-x'], /-x is no file/],
    ['an audience', ['HEAD', 'source', '--audience', 'ale'], /unknown audience "ale"[\s\S]*nearest +alle/],
  ])('%s', async (_, args, said) => {
    const { folder, commit, git } = makeRepository()
    commit('one')
    git('tag', 'issue-1')
    const { code, stdout, stderr } = await diff(folder, ...args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(said)
  })

  test('a name where there is no repository', async () => {
    const { folder } = makeSource()
    const { code, stderr } = await diff(folder, 'HEAD', 'source')
    expect(code).toBe(2)
    expect(stderr).toMatch(/no git repository/)
  })
})

describe('exit codes', () => {
  test('0 whether or not there are changes; with --exit-code 1 where there are', async () => {
    const { folder } = makeSource({ 'new.md': newText })
    expect((await diff(folder, 'source', 'source/new.md')).code).toBe(0)
    expect((await diff(folder, 'source', 'source/new.md', '--exit-code')).code).toBe(1)
    const same = await diff(folder, 'source', 'source', '--exit-code')
    expect(same.code).toBe(0)
    expect(same.stderr).toMatch(/no changes/)
  })
})

describe('the documents', () => {
  const lines = smallReport.split('\n')
  const tons = lines.findIndex((line) => line.startsWith('Tons')) + 1
  const audiences = {
    'audiences/alle.yaml': `title: Alle
kicker: Til alle
documents:
  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [html] }
  - { name: tal, template: briefs/tal.md.hbs, theme: standard, formats: [html, pdf] }
`,
    'audiences/havne.yaml': `title: Havne
kicker: Til havnen
forEach: havn
documents:
  - { name: brief, template: briefs/havn.md.hbs, theme: standard, formats: [html] }
`,
    'templates/briefs/tal.md.hbs':
      '# Tal\n\n{{value "TABEL 2.1" row="Tons" column="Nordhavn"}} tons.\n\n{{say "stor"}}\n\n::source\n',
    'templates/briefs/havn.md.hbs': '# {{edition.name}}\n\n{{section "1"}}\n',
    'editorial.yaml': `statements:
  - { id: stor, text: Nordhavn er størst., basis: [${tons}], fingerprint: ${fingerprint([[tons, tons]], lines)} }
`,
  }

  test('are touched where they show what changed', async () => {
    const { folder } = makeSource({ ...audiences, 'new.md': newNumber, 'other.md': newText })
    const number = await json(folder, 'source', 'source/new.md')
    expect(number.documents).toMatchObject([
      { audience: 'alle', document: 'tal', fate: 'changed', because: [0], paths: ['alle/tal.html', 'alle/tal.pdf'] },
    ])
    expect(number.documents[0]!.problems[0]!.found).toMatch(/^stor /)
    expect(number.statements).toMatchObject([{ id: 'stor', movedTo: null }])
    expect(fates(await json(folder, 'source', 'source/other.md'))).toEqual([
      'alle changed',
      'havne Nordhavn changed',
      'havne Sydhavn changed',
    ])
  })

  test('are the same but for line numbers where the report has more lines', async () => {
    const { folder } = makeSource({ ...audiences, 'new.md': `\n\n${smallReport}` })
    await prisme(folder, ['approve', '--moved'])
    const found = await json(folder, 'source', 'source/new.md')
    expect(found.changes).toEqual([])
    expect(fates(found)).toEqual(['alle lines', 'alle lines', 'havne Nordhavn lines', 'havne Sydhavn lines'])
    expect(found.statements).toEqual([])
  })

  test('are new or gone with their entity', async () => {
    const { folder, copy, write } = makeRepository(audiences)
    copy('source', 'next')
    const profile = readFileSync(join(folder, 'source/report.yaml'), 'utf8')
    write('next/report.yaml', profile.replace('name: Nordhavn', 'name: Vesthavn'))
    expect(fates(await json(folder, 'source', 'next'))).toEqual(['havne Vesthavn new', 'havne Nordhavn gone'])
  })

  test('that cannot be made are told with why, the changes all the same', async () => {
    const { folder } = makeSource({ 'audiences/alle.yaml': 'title: Alle\n', 'new.md': newText })
    const found = await json(folder, 'source', 'source/new.md')
    expect(names(found)).toHaveLength(1)
    expect(found.documents).toEqual([])
    expect(found.before.problems[0]).toMatchObject({ file: 'source/audiences/alle.yaml' })
  })

  test('their news is a page, for those that have some', async () => {
    const { folder } = makeSource({ ...audiences, 'new.md': newNumber })
    const { stderr } = await prisme(folder, ['diff', 'source', 'source/new.md', '--note', 'notes'], processIo)
    expect(stderr).toMatch(/wrote notes\/alle\/changes\.pdf/)
    expect(stderr).toMatch(/nothing new, and no note, for havne\/Nordhavn, havne\/Sydhavn/)
    expect(stderr).toMatch(/to be written again once their documents can go out: alle$/m)
    const page = readFileSync(join(folder, 'notes/alle/changes.html'), 'utf8')
    expect(page).toMatch(/<h1>Hvad er nyt siden sidst<\/h1>/)
    expect(page).toMatch(/1\.200[\s\S]*1\.350[\s\S]*\+150/)
    expect(existsSync(join(folder, 'notes/havne'))).toBe(false)
  })
})

test('what is shown fits a screen unless all is asked for', async () => {
  const many = (word: string) =>
    `# Havnen\n\n${Array.from({ length: 40 }, (_, at) => `## ${at + 1} Kaj ${at}\n\nKajen ${at} er ${word} lang i dag.\n`).join('\n')}`
  const { folder } = makeSource({ 'old.md': many('ret'), 'new.md': many('meget') })
  const short = await diff(folder, 'source/old.md', 'source/new.md')
  expect(short.stderr.split('\n').length).toBeLessThan(40)
  expect(short.stderr).toMatch(/Other changes: 40\n/)
  expect(short.stderr).toMatch(/… and 34 more; --full shows all/)
  const full = await diff(folder, 'source/old.md', 'source/new.md', '--full')
  expect(full.stderr.match(/\[-ret-\] \{\+meget\+\}/g)).toHaveLength(40)
})
