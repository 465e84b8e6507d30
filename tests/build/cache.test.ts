import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Cache } from '../../src/build/cache.ts'
import type { Artifact } from '../../src/build/manifest.ts'
import { prepareBuild } from '../../src/build/prepare.ts'
import { type Built, builder, type Effects } from '../../src/build/run.ts'
import { readSource } from '../../src/build/source.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import { effectsWith } from '../support/effects.ts'
import { makeSource } from '../support/source.ts'

test('a thing is made once from the same parts, and what is not asked for goes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prisme-cache-'))
  let made = 0
  const ask = (cache: Cache, ...parts: string[]) => cache.have(parts, async () => `thing ${++made}`)
  const first = new Cache(folder)
  expect(String(await ask(first, 'a', 'b'))).toBe('thing 1')
  expect(String(await ask(first, 'a', 'b'))).toBe('thing 1')
  expect(String(await ask(first, 'ab'))).toBe('thing 2')
  await first.keep()
  const second = new Cache(folder)
  expect(String(await ask(second, 'ab'))).toBe('thing 2')
  await second.keep()
  expect(readdirSync(folder)).toHaveLength(1)
})

test('what cannot be made is not kept', async () => {
  const cache = new Cache(mkdtempSync(join(tmpdir(), 'prisme-cache-')))
  await expect(cache.have(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(String(await cache.have(['a'], async () => 'yes'))).toBe('yes')
})

test.each(['tests/fixtures/extracted-report', 'examples/library-hours'])(
  'the report in %s is the same, read or found again',
  async (path) => {
    const folder = mkdtempSync(join(tmpdir(), 'prisme-cache-'))
    const { source } = foldersOf({ source: path })
    const { report } = await readSource(source)
    const cache = new Cache(folder)
    expect((await readSource(source, cache)).report).toEqual(report)
    await cache.keep()
    expect((await readSource(source, new Cache(folder))).report).toEqual(report)
    expect(readdirSync(folder)).toHaveLength(1)
  },
)

/** Builds the small report; `before` are artifacts that stand as an earlier build left them. */
async function build(files: Record<string, string>, before: Artifact[], more: Partial<Effects> = {}) {
  const { folders } = makeSource(files)
  const prepared = await prepareBuild(folders, {})
  const written: string[] = []
  const run = builder(
    prepared,
    folders,
    effectsWith({
      write: async (path) => void written.push(path),
      standing: async (path) => before.find((artifact) => artifact.path === path) ?? null,
      ...more,
    }),
  )
  const built: Built = { artifacts: [], failures: [], unchanged: [] }
  for (const planned of prepared.documents) {
    const { artifacts, failures, unchanged } = await run(planned)
    built.artifacts.push(...artifacts)
    built.failures.push(...failures)
    built.unchanged.push(...unchanged)
  }
  expect(built.failures).toEqual([])
  return { ...built, written: written.sort() }
}

const audience = (more = '', formats = 'html, md') =>
  `title: Alle\nkicker: Til alle\ndocuments:\n  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [${formats}]${more} }\n`
const files = (template = '# Havnen\n\nTekst.\n', written = audience()) => ({
  'audiences/alle.yaml': written,
  'templates/briefs/brief.md.hbs': template,
})

test('what stands as it was made is left alone, and described as if it were made', async () => {
  const first = await build(files(), [])
  expect(first.written).toEqual(['alle/brief.html', 'alle/brief.md'])
  const again = await build(files(), first.artifacts)
  expect([again.written, again.unchanged.sort()]).toEqual([[], first.written])
  expect(again.artifacts).toEqual(first.artifacts)
})

test.each<[string, Record<string, string>, Partial<Effects>]>([
  ['the template', files('# Havnen\n\nAnden tekst.\n'), {}],
  ['a limit', files(undefined, audience(', limits: { words: 1 }')), {}],
  ['the date', files(), { date: new Date(86_400_000) }],
])('%s changed: it is made again', async (_, changed, effects) => {
  const { artifacts } = await build(files(), [])
  expect((await build(changed, artifacts, effects)).written).toEqual(['alle/brief.html', 'alle/brief.md'])
})

test('a change that no document shows makes nothing again', async () => {
  const { artifacts } = await build(files(), [])
  const commented = await build(files('{{!-- a note to ourselves --}}# Havnen\n\nTekst.\n'), artifacts)
  expect(commented.written).toEqual([])
  expect(commented.artifacts[0]!.inputs).not.toEqual(artifacts[0]!.inputs)
})
