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
import { builtOnce } from '../support/built-once.ts'

/**
 * What is built has the same bytes wherever and however it is built: the report in source/, in processes of their own; one
 * audience of it in all formats.
 */
const root = mkdtempSync(join(tmpdir(), 'prisme-bytes-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A copy of the report, its audiences and the templates. */
function copyIn(folder: string): string {
  const place = join(root, folder)
  mkdirSync(place, { recursive: true })
  for (const name of ['source', 'templates']) cpSync(name, join(place, name), { recursive: true })
  return place
}

/** Such a copy, in which the press gets all formats. */
function copyOfAllFormatsIn(folder: string): string {
  const place = copyIn(folder)
  const audience = join(place, 'source/audiences/presse.yaml')
  const written = readFileSync(audience, 'utf8')
  writeFileSync(audience, written.replace('html, pdf, pptx', 'html, pdf, pdf-notes, pdf-print, pptx'))
  return place
}

interface Built {
  /** Every file by its path. */
  files: Map<string, Buffer>
  /** What the command told meanwhile. */
  told: string
}

async function build(place: string, out: string, args: string[], env: NodeJS.ProcessEnv): Promise<Built> {
  const command = [resolve('bin/prisme.js'), 'build', '--out', out, ...args]
  const { stderr } = await promisify(execFile)(process.execPath, command, {
    cwd: place,
    env: { ...process.env, SOURCE_DATE_EPOCH: undefined, ...env },
  })
  return { files: filesIn(join(place, out)), told: stderr }
}

function filesIn(folder: string): Built['files'] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const all = found.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort()
  // what may be made anew at any time is no part of what is built
  const paths = all.filter((path) => !path.startsWith('.cache'))
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]))
}

const here = copyOfAllFormatsIn('here')
const there = copyOfAllFormatsIn('a folder/with Øresund in its name')
const elsewhere = copyIn('a folder/with Ærø in its name')
const press = ['--audience', 'presse']
const turkish = { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' }
const german = { LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8', LANGUAGE: 'de' }

const whole = filesIn((await builtOnce('source')).out)
// two at a time: with more browsers on a small machine one may wait too long, and a picture is left out
const [first, second] = await Promise.all([
  build(here, 'out', [...press, '--jobs', '1'], { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
  build(there, 'out', [...press, '--jobs', '4'], { ...german, TZ: 'America/St_Johns' }),
])
const [dated, wholeElsewhere] = await Promise.all([
  build(there, 'dated', press, { SOURCE_DATE_EPOCH: '1927915506', TZ: 'Pacific/Kiritimati' }),
  build(elsewhere, 'out', ['--jobs', '4'], { ...turkish, TZ: 'Pacific/Kiritimati' }),
])

/** Recipes name the program, which is the sources here and the bundle there. */
function withoutRecipes(files: Built['files']): Built['files'] {
  const { artifacts, ...manifest } = manifestSchema.parse(JSON.parse(String(files.get('manifest.json'))))
  const bare = { ...manifest, artifacts: artifacts.map((artifact) => ({ ...artifact, recipe: '' })) }
  return new Map([...files, ['manifest.json', Buffer.from(JSON.stringify(bare))]])
}

/** How many documents the catalogue has a picture of: one is left out where the browser could not draw it. */
const picturesIn = (files: Built['files']) => String(files.get('index.html')).split('data:image/webp').length - 1

/** The paths of the files that another build has not, or with other bytes. */
const differing = (one: Built['files'], other: Built['files']) =>
  [...one].filter(([path, data]) => !other.get(path)?.equals(data)).map(([path]) => path)

test('every format is built, with the manifest, the model and the catalogue', () => {
  const { artifacts } = manifestSchema.parse(JSON.parse(String(first.files.get('manifest.json'))))
  expect(new Set(artifacts.map(({ format }) => format))).toEqual(new Set(formats))
  const paths = artifacts.map(({ path }) => path)
  const others = ['accessibility.html', 'index.html', 'manifest.json', 'model.json']
  expect([...first.files.keys()]).toEqual([...paths, ...others].sort())
})

test('every document in another process and folder, four at once, at the date line, in Turkish', () => {
  expect([...wholeElsewhere.files.keys()]).toEqual([...whole.keys()])
  expect(picturesIn(wholeElsewhere.files)).toBe(picturesIn(whole))
  expect(differing(withoutRecipes(whole), withoutRecipes(wholeElsewhere.files))).toEqual([])
})

test('every format in another folder, four at once, west of Greenwich, in German', () => {
  expect([...second.files.keys()]).toEqual([...first.files.keys()])
  expect(picturesIn(second.files)).toBe(picturesIn(first.files))
  expect(differing(first.files, second.files)).toEqual([])
  expect(second.told).toBe(first.told)
})

describe('the date that is written', () => {
  const written = [...first.files.keys()].filter((path) => /\.(?:pdf|docx|pptx)$/.test(path))

  test.each(written)('in %s is the report’s own, or that of SOURCE_DATE_EPOCH', async (path) => {
    expect(await datesIn(first.files.get(path)!)).toEqual(['2020-07-01T00:00:00Z'])
    expect(await datesIn(dated.files.get(path)!)).toEqual(['2031-02-03T20:05:06Z'])
  })

  test('is all that changes with it', () => {
    const naming = ['index.html', 'manifest.json'] // sizes and hashes
    const differ = differing(first.files, dated.files).filter((path) => !naming.includes(path))
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
