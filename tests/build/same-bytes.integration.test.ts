import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import { PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { manifestSchema } from '../../src/build/manifest.ts'
import { formats } from '../../src/tailor/audience.ts'

/**
 * What is built has the same bytes wherever and however it is built: two audiences of the report in source/, in all formats, in
 * processes of their own.
 */
const root = mkdtempSync(join(tmpdir(), 'prisme-bytes-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A copy of the report, its audiences and the templates. */
function copyIn(folder: string): string {
  const place = join(root, folder)
  mkdirSync(place, { recursive: true })
  for (const name of ['source', 'templates']) cpSync(name, join(place, name), { recursive: true })
  const audience = join(place, 'source/audiences/presse.yaml')
  writeFileSync(
    audience,
    readFileSync(audience, 'utf8').replace('html, pdf, pptx', 'html, pdf, pdf-notes, pdf-print, pptx'),
  )
  return place
}

interface Built {
  /** Every file by its path. */
  files: Map<string, Buffer>
  /** What the command told meanwhile. */
  told: string
}

async function build(place: string, out: string, args: string[], env: NodeJS.ProcessEnv): Promise<Built> {
  const command = [resolve('bin/prisme.js'), 'build', '--audience', 'presse,politikere', '--out', out, ...args]
  const { stderr } = await promisify(execFile)(process.execPath, command, {
    cwd: place,
    env: { ...process.env, SOURCE_DATE_EPOCH: undefined, ...env },
  })
  const folder = join(place, out)
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const all = found.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort()
  // what may be made anew at any time is no part of what is built
  const paths = all.filter((path) => !path.startsWith('.cache'))
  return { files: new Map(paths.map((path) => [path, readFileSync(join(folder, path))])), told: stderr }
}

const here = copyIn('here')
const elsewhere = copyIn('a folder/with Ærø in its name')
const turkish = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' }
const german = { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' }

const [first, second, third, dated] = await Promise.all([
  build(here, 'out', ['--jobs', '1'], { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
  build(elsewhere, 'out', ['--jobs', '4'], { ...turkish, TZ: 'Pacific/Kiritimati' }),
  build(here, 'again', ['--jobs', '4'], { ...german, TZ: 'America/St_Johns' }),
  build(elsewhere, 'dated', [], { SOURCE_DATE_EPOCH: '1927915506', TZ: 'Pacific/Kiritimati' }),
])

/** The paths of the files that another build has not, or with other bytes. */
const differing = (one: Built, other: Built) =>
  [...one.files].filter(([path, data]) => !other.files.get(path)?.equals(data)).map(([path]) => path)

test('every format is built, with the manifest, the model and the catalogue', () => {
  const { artifacts } = manifestSchema.parse(JSON.parse(String(first.files.get('manifest.json'))))
  expect(new Set(artifacts.map(({ format }) => format))).toEqual(new Set(formats))
  const paths = artifacts.map(({ path }) => path)
  const others = ['accessibility.html', 'index.html', 'manifest.json', 'model.json']
  expect([...first.files.keys()]).toEqual([...paths, ...others].sort())
})

test.each([
  ['in another folder, four at once, at the date line, in Turkish', second],
  ['again, four at once, west of Greenwich, in German', third],
])('the same bytes %s', (_, other) => {
  expect([...other.files.keys()]).toEqual([...first.files.keys()])
  expect(differing(first, other)).toEqual([])
  expect(other.told).toBe(first.told)
})

describe('the date that is written', () => {
  const written = [...first.files.keys()].filter((path) => /\.(?:pdf|docx|pptx)$/.test(path))

  test.each(written)('in %s is the report’s own, or that of SOURCE_DATE_EPOCH', async (path) => {
    expect(await datesIn(first.files.get(path)!)).toEqual(['2020-07-01T00:00:00Z'])
    expect(await datesIn(dated.files.get(path)!)).toEqual(['2031-02-03T20:05:06Z'])
  })

  test('is all that changes with it', () => {
    const naming = ['index.html', 'manifest.json'] // sizes and hashes
    const differ = differing(first, dated).filter((path) => !naming.includes(path))
    expect(differ).toEqual(['accessibility.html', ...written])
    const statement = String(dated.files.get('accessibility.html')).replace(/<[^>]+>/g, '')
    expect(statement.includes('3. februar 2031')).toBe(true)
  })
})

/** The dates in a file's metadata, each once. */
async function datesIn(data: Buffer): Promise<string[]> {
  const dates = data.subarray(0, 4).toString() === '%PDF' ? await datesInPdf(data) : datesInPackage(data)
  return [...new Set(dates)]
}

async function datesInPdf(data: Buffer): Promise<string[]> {
  const file = await PDFDocument.load(data, { updateMetadata: false })
  const dates = [file.getCreationDate(), file.getModificationDate()].map((date) => date!.toISOString())
  const metadata = file.catalog.lookup(PDFName.of('Metadata'), PDFStream).getContentsString()
  return [...dates.map((date) => date.replace('.000', '')), ...datesInText(metadata)]
}

/** Those of an Office file, and of the workbooks in it. */
function datesInPackage(data: Uint8Array): string[] {
  return Object.entries(unzipSync(data)).flatMap(([path, part]) =>
    path.endsWith('.xlsx') ? datesInPackage(part) : datesInText(strFromU8(part)),
  )
}

const datesInText = (text: string) => text.match(/\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z?/g) ?? []
