import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, launchBrowser } from '../../src/build/browser.ts'
import {
  type Difference,
  differenceBetween,
  differenceJson,
  differenceSchema,
} from '../../src/build/diff/difference.ts'
import { newsOf } from '../../src/build/diff/news.ts'
import { writeNotes } from '../../src/build/diff/notes.ts'
import { versions } from '../../src/build/diff/version.ts'
import { differenceText } from '../../src/cli/diff-text.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import { Printer } from '../../src/render/pdf/printer.ts'

const text = readFileSync('source/report.md', 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'prisme-test-'))
const printer = new Printer(async () => launchBrowser(await findBrowser()))
afterAll(async () => {
  await printer.close()
  rmSync(folder, { recursive: true })
})

async function differenceOf(written: string): Promise<Difference> {
  expect(written).not.toBe(text)
  const path = join(folder, 'new.md')
  writeFileSync(path, written)
  const scratch = join(folder, 'scratch')
  mkdirSync(scratch, { recursive: true })
  const version = versions({ source: 'source', scratch, foldersOf: (source) => foldersOf({ source }) })
  return differenceBetween(await version('source'), await version(path), () => {})
}

async function notesOf(difference: Difference, ...audiences: string[]) {
  const documents = difference.documents.filter(({ after }) => audiences.includes(after!.planned.audience.id))
  const written = new Map<string, string | Uint8Array>()
  const notes = await writeNotes(
    { ...difference, documents },
    {
      printer,
      date: null,
      write: async (path, data) => void written.set(path, data),
    },
  )
  return { notes, written }
}

describe('one cell', () => {
  let difference: Difference
  beforeAll(async () => {
    difference = await differenceOf(text.replace('<b>7.554</b> <b>(6,8 pct.)</b>', '<b>8.102</b> <b>(7,3 pct.)</b>'))
  })
  const by = (audience: string, document: string) => {
    const json = differenceSchema.parse(differenceJson(difference, []))
    return json.documents.find((each) => each.audience === audience && each.document === document)
  }

  test('touches the documents that show it, and tells of each what it shows', () => {
    expect(by('politikere', 'brief')).toMatchObject({
      fate: 'changed',
      paths: ['politikere/brief.pdf', 'politikere/brief.html', 'politikere/brief.docx', 'politikere/brief.md'],
    })
    const cell = difference.changes.findIndex(({ what }) => what === 'cell')
    expect(by('politikere', 'brief')!.because).toContain(cell)
    expect(by('ledelse', 'deck')!.because).toContain(cell)
    expect(by('jobkonsulenter', 'brief')).toBeUndefined()
  })

  test('keeps back those with statements that rest on its line, and names these', () => {
    expect(by('politikere', 'brief')!.problems[0]!.found).toMatch(/politik-headline|diagram-ledighed/)
    expect(difference.statements.every(({ basis, movedTo }) => basis.length && movedTo === null)).toBe(true)
    expect(difference.statements.map(({ id }) => id)).toContain('diagram-ledighed')
  })

  test('is told as docs/diff.md shows it', () => {
    const block = /^ {4}source → new-report\.md\n\n([\s\S]*?)\n(?=\S)/m.exec(readFileSync('docs/diff.md', 'utf8'))![1]!
    const shown = block.split('\n').map((line) => line.replace(/^ {4}/, '').replace(/…$/, ''))
    expect(shown.length).toBeGreaterThan(15)
    const told = differenceText(difference, true).split('\n')
    // the report may have had other lines when the page was written
    const anyLine = (line: string) => line.trimEnd().replace(/\blines? [\d–, -]+|(?<=:)\d+/g, 'N')
    expect(shown.filter((line) => !told.some((full) => anyLine(full).startsWith(anyLine(line))))).toEqual([])
  })

  test('is told to those that it touches: old, new, difference, source, and the sentence that it made untrue', async () => {
    const { notes, written } = await notesOf(difference, 'politikere')
    expect(notes).toEqual([
      { audience: 'politikere', edition: null, paths: ['politikere/changes.html', 'politikere/changes.pdf'] },
    ])
    const page = /<main[\s\S]*<\/main>/.exec(String(written.get('politikere/changes.html')))![0]
    const said = page
      .replace(/<\/?span[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
    expect(said).toMatch(/AC i alt, København 7\.554 \(6,8 pct\.\) 8\.102 \(7,3 pct\.\) \+548; \+0,5 procentpoint/)
    expect(said).toMatch(/Kilde: Danmarks Statistik, tabel 5\.1 \(linje \d+–\d+\) i rapporten/)
    expect(said).toMatch(/»Antallet af bruttoledige akademikere i København var i april 2020 på 7\.554/)
    expect(page).toMatch(/data-source="report\.md:\d+ TABEL 5\.1 \| AC i alt \| København"/)
  })

  test('is no news for those that do not show it', () => {
    const audiences = newsOf(difference.documents).map(({ documents }) => documents[0]!.after!.planned.audience.id)
    expect(audiences).toContain('ledelse')
    expect(audiences).not.toContain('jobkonsulenter')
  })
})

test('a note of many changes is one page, and counts what it leaves out', async () => {
  const more = (digits: string) => String((Number(digits) + 1) % 10)
  const numbers = text.replace(/(?<=\t.*\d,)\d(?= ?(?:pct|uger))/g, more).replace(/Kommune/g, 'Kommunes forvaltning')
  const difference = await differenceOf(numbers)
  const { written } = await notesOf(difference, 'analytikere', 'ledelse')
  expect(written.size).toBe(4)
  for (const [path, data] of written) {
    if (!path.endsWith('.pdf')) continue
    expect((await PDFDocument.load(data as Uint8Array)).getPageCount(), path).toBe(1)
  }
  expect(String(written.get('analytikere/changes.html'))).toMatch(/<p>og \d+ til<\/p>/)
})
