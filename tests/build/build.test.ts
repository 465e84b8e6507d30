import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { manifestSchema, manifestText } from '../../src/build/manifest.ts'
import { prepareBuild } from '../../src/build/prepare.ts'
import { type Built, builder, manifestOf, reportDate } from '../../src/build/run.ts'
import { writeWhole } from '../../src/build/write.ts'
import { effectsWith } from '../support/effects.ts'
import { makeSource } from '../support/source.ts'

const effects = (written: Map<string, string>) =>
  effectsWith({ write: async (path, data) => void written.set(path, String(data)) })

async function build(files: Record<string, string> = {}, choice: Parameters<typeof prepareBuild>[1] = {}) {
  const { folders } = makeSource(files)
  const prepared = await prepareBuild(folders, choice)
  const written = new Map<string, string>()
  const run = builder(prepared, folders, effects(written))
  const built: Built = { artifacts: [], failures: [], unchanged: [] }
  for (const planned of prepared.documents) {
    const { artifacts, failures } = await run(planned)
    built.artifacts.push(...artifacts)
    built.failures.push(...failures)
  }
  return { built, written, manifest: manifestText(await manifestOf(prepared, built.artifacts, effects(written))) }
}

const audience = (template: string, more = '') =>
  `title: A\nkicker: A\n${more}documents:\n  - { name: brief, template: briefs/${template}.md.hbs, theme: standard, formats: [html] }\n`
const havne = {
  'audiences/havne.yaml': audience('havn', 'forEach: havn\n'),
  'templates/briefs/havn.md.hbs':
    '# {{edition.name}}\n\n{{#each others}}Ikke {{name}}{{/each}}\n\n{{value "TABEL 2.1" row="Skibe" column=edition}}\n',
}

test('an audience with forEach gets an edition for each entity, each with its own content', async () => {
  const { written } = await build(havne)
  expect([...written.keys()]).toEqual(['alle/brief.html', 'havne/Nordhavn/brief.html', 'havne/Sydhavn/brief.html'])
  expect(written.get('havne/Nordhavn/brief.html')).toMatch(/Ikke <?.*Sydhavn/s)
  expect(written.get('havne/Sydhavn/brief.html')).toContain('>4<')
})

describe('a choice', () => {
  test.each([
    ['of audiences', { audiences: ['alle'] }, ['alle/brief.html']],
    ['of editions', { editions: ['sydhavn'] }, ['havne/Sydhavn/brief.html']],
    ['of formats', { formats: ['pdf'] }, []],
  ])('%s', async (_, choice, paths) => {
    expect([...(await build(havne, choice)).written.keys()]).toEqual(paths)
  })

  test.each([
    [{ audiences: ['ale'] }, 'alle'],
    [{ editions: ['Nordhvn'] }, 'Nordhavn'],
    [{ formats: ['htm'] }, 'html'],
  ])('of what is not there: %o', async (choice, near) => {
    await expect(build(havne, choice)).rejects.toMatchObject({ details: { nearest: near } })
  })
})

test('two builds give the same bytes, wherever they lie', async () => {
  const one = await build(havne)
  const two = await build(havne)
  expect([...one.written]).toEqual([...two.written])
  expect(one.manifest).toBe(two.manifest)
  expect(one.manifest).not.toMatch(/prisme-test|\/tmp/)
})

test('the manifest tells inputs, sources and sizes', async () => {
  const { manifest } = await build()
  const { artifacts } = manifestSchema.parse(JSON.parse(manifest))
  expect(artifacts).toHaveLength(1)
  expect(artifacts[0]).toMatchObject({
    path: 'alle/brief.html',
    audience: 'alle',
    edition: null,
    document: 'brief',
    format: 'html',
    pages: null,
    title: 'Havnen',
    sources: [
      [5, 5],
      [7, 7],
    ],
  })
  expect(artifacts[0]!.inputs.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'source/report.md',
      'source/report.yaml',
      'source/editorial.yaml',
      'source/audiences/alle.yaml',
      'source/templates/briefs/brief.md.hbs',
      'templates/themes/standard/theme.css',
    ]),
  )
})

test('one document that fails does not stop the others', async () => {
  const { built, written } = await build({
    'audiences/aa.yaml': audience('ond'),
    'templates/briefs/ond.md.hbs': '# {{cell "TABEL 7" row=1 column=1}}\n',
  })
  expect(built.failures.map(({ path }) => path)).toEqual(['aa/brief.html'])
  expect([...written.keys()]).toEqual(['alle/brief.html'])
})

test('a PDF that cannot be printed does not take the HTML with it', async () => {
  const { built } = await build({ 'audiences/alle.yaml': audience('brief').replace('[html]', '[pdf, html]') })
  expect(built.artifacts.map(({ path }) => path)).toEqual(['alle/brief.html'])
  expect(built.failures).toMatchObject([{ path: 'alle/brief.pdf', error: { message: 'no browser here' } }])
})

test('two documents may not make one file', async () => {
  const twice = `${audience('brief')}  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [html] }\n`
  await expect(build({ 'audiences/alle.yaml': twice })).rejects.toMatchObject({
    message: 'makes a file that another document makes too',
  })
})

test('a file is written whole or not at all', async () => {
  const { folder } = makeSource()
  const path = join(folder, 'out', 'a.html')
  await writeWhole(path, 'first')
  expect(readFileSync(path, 'utf8')).toBe('first')
  const inTheWay = join(folder, 'out', 'b.html')
  mkdirSync(join(inTheWay, 'full'), { recursive: true })
  await expect(writeWhole(inTheWay, 'x')).rejects.toThrow()
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(['a.html', 'b.html'])
})

test('the date in artifacts is the report’s own', () => {
  expect(reportDate('2020-07').toISOString()).toBe('2020-07-01T00:00:00.000Z')
  expect(reportDate(null).getTime()).toBe(0)
})

test('a source folder may lack editorial.yaml', async () => {
  const { folders } = makeSource()
  rmSync(join(folders.source.path, 'editorial.yaml'))
  const prepared = await prepareBuild(folders, {})
  const built = await builder(prepared, folders, effects(new Map()))(prepared.documents[0]!)
  expect(built.failures).toEqual([])
  expect(built.artifacts[0]!.inputs.map(({ path }) => path)).not.toContain('source/editorial.yaml')
})
