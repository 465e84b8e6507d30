import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Artifact, manifestSchema } from '../../src/build/manifest.ts'
import { readBuilt, tailorAll } from '../support/built.ts'
import { deviationsIn, groundlessIn } from '../support/deviations.ts'

/** The report in source/, built twice with the command. */
const folder = mkdtempSync(join(tmpdir(), 'prisme-report-'))
const outs = [join(folder, 'one'), join(folder, 'two')]
let artifacts: Artifact[]

beforeAll(() => {
  for (const out of outs) execFileSync(process.execPath, ['bin/prisme.js', 'build', '--quiet', '--out', out])
  artifacts = manifestSchema.parse(JSON.parse(read('manifest.json'))).artifacts
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (path: string, out = outs[0]!) => readFileSync(join(out, path), 'utf8')
const pages = () => artifacts.filter(({ format }) => format === 'html').map(({ path }) => ({ path, html: read(path) }))

test('ten editions, each in four formats, none with a finding', () => {
  expect(artifacts).toHaveLength(40)
  expect(artifacts.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['presse/brief.pdf', 'kommuner/København/brief.html']),
  )
  expect(artifacts.flatMap(({ findings }) => findings)).toEqual([])
  for (const { pages: count, format } of artifacts) expect(count === null).toBe(format !== 'pdf')
})

test('two builds give the same bytes', () => {
  for (const { path } of artifacts)
    expect(Buffer.compare(readFileSync(join(outs[0]!, path)), readFileSync(join(outs[1]!, path))), path).toBe(0)
  for (const path of ['model.json', 'manifest.json', 'index.html']) expect(read(path)).toBe(read(path, outs[1]))
})

describe('no page shows what a reader should not see', () => {
  test('markup, tokens or holes', () => {
    for (const { path, html } of pages()) {
      const body = html.slice(html.indexOf('<main'), html.indexOf('</main>')).replace(/<[^>]+>/g, '¦')
      expect(body, path).not.toMatch(/\{\{|\}\}|:::|\*\*|\uE000|undefined|\[object|NaN/)
      expect(html, path).not.toMatch(/<(td|th)[^>]*data-source[^>]*><\/\1>|<(p|li|h[1-6]|dd|caption)>\s*<\/\2>/)
    }
  })

  test('a table without its source line', () => {
    for (const { path, html } of pages()) {
      const tables = html.match(/<table/g)?.length ?? 0
      expect(html.match(/<\/table>(?:<\/div>)?(?:<\/details>)?<p class="source"/g)?.length ?? 0, path).toBe(tables)
    }
  })

  test('a jump in its headings', () => {
    for (const { path, html } of pages()) {
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
      expect(levels[0], path).toBe(1)
      levels.reduce((above, level) => {
        expect(level - above, path).toBeLessThanOrEqual(1)
        return level
      })
    }
  })
})

test('the editions for the municipalities differ where the municipalities differ', () => {
  const editions = pages().filter(({ path }) => path.startsWith('kommuner/'))
  const titles = editions.map(({ html }) => /<h1>(.*?)<\/h1>/.exec(html)![1])
  const figures = editions.map(({ html }) =>
    /mellem de andre.*?<tr class="highlight">.*?<td[^>]*>(.*?) \(/s.exec(html)![1]!.replace(/<[^>]+>/g, ''),
  )
  expect(new Set(titles).size).toBe(5)
  expect(figures.sort()).toEqual(['1.237', '1.250', '3.244', '7.554', '969'])
})

test('every number of a table knows its cell', () => {
  const cells = pages().flatMap(({ html }) =>
    [...html.matchAll(/<td([^>]*)>[\d]/g)].map(([, attributes]) => attributes!),
  )
  expect(cells.length).toBeGreaterThan(200)
  expect(cells.filter((attributes) => !/data-source="report\.md:\d+/.test(attributes))).toEqual([])
})

/** tests/build/built-numbers.test.ts shows that what is altered is found. */
test('every file has the numbers and dates of its document, each as often, and no other', async () => {
  const tailored = await tailorAll('source')
  const documents = readBuilt(tailored, outs[0]!)
  expect(documents.flatMap(({ built }) => built)).toHaveLength(artifacts.length)
  for (const document of documents)
    for (const { path, format, data } of document.built)
      expect(await deviationsIn(document, format, data), path).toEqual([])
  for (const { path, html } of pages()) expect(groundlessIn(html, tailored.prepared.material), path).toEqual([])
})
