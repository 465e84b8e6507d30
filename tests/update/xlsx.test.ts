import { strToU8, unzipSync, zipSync } from 'fflate'
import { type Cell, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readXlsx } from '../../src/update/xlsx.ts'

const sheetPath = 'xl/worksheets/sheet1.xml'
const sheetXml = (data: string, before = '') =>
  strToU8(
    `<?xml version="1.0"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
  )

/** A workbook of one sheet with the rows given and some cells told in full. */
async function workbook(
  rows: (string | number | boolean | Date | null)[][],
  cells: [string, Cell][] = [],
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      { name: 'Table 1', rows, cells: new Map(cells) },
      { name: 'Notes', rows: [['x']], hidden: true },
    ],
  })
}

/** The same with the sheet's XML in other words. */
async function withSheet(xml: Uint8Array): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await workbook([['a']])), [sheetPath]: xml })
}

const problem = (bytes: Uint8Array) =>
  readXlsx(bytes, 'a.xlsx').then(
    () => Promise.reject(new Error('read')),
    (error) => error,
  )

test('numbers, texts, percentages and dates of visible sheets, each with its place', async () => {
  const date = new Date(Date.UTC(2026, 2, 1))
  const percent: Cell = { value: 0.073, type: 'number', style: { numFmt: '0.0%' } }
  const bytes = await workbook(
    [
      ['', 'Boats', date],
      ['North ', 8102, null, true],
    ],
    [['1,2', percent]],
  )
  const [sheet, ...more] = await readXlsx(bytes, 'a.xlsx')
  expect(more).toEqual([])
  expect(sheet!.name).toBe('Table 1')
  expect(sheet!.rows[0]!.map(({ text }) => text)).toEqual(['', 'Boats', '2026-03-01', ''])
  expect(sheet!.rows[1]).toEqual([
    { text: 'North', line: 2, column: 1 },
    { text: '8102', number: 8102, isPercent: false, line: 2, column: 2 },
    { text: '7.3%', number: 7.3, isPercent: true, line: 2, column: 3 },
    { text: 'true', line: 2, column: 4 },
  ])
})

describe('formulas', () => {
  test('are not worked out: their last result is read', async () => {
    const xml = '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*1000</f><v>7</v></c></row>'
    const [sheet] = await readXlsx(await withSheet(sheetXml(xml)), 'a.xlsx')
    expect(sheet!.rows[0]!.map(({ number }) => number)).toEqual([2, 7])
  })

  test('without a result are refused', async () => {
    const xml = '<row r="2"><c r="B2"><f>A1*1000</f></c></row>'
    expect(await problem(await withSheet(sheetXml(xml)))).toMatchObject({
      message: 'sheet "Table 1" has a formula without a result',
      details: { file: 'a.xlsx', line: 2, column: 2, found: '=A1*1000' },
    })
  })
})

describe('hostile files', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['an empty file', new Uint8Array(), /not a readable workbook/],
    ['a text', strToU8('table,row\n'), /not a readable workbook/],
    ['an archive of other things', zipSync({ 'a.txt': strToU8('x') }), /not a readable workbook/],
    ['an old or encrypted workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /password/],
    ['a file that is too large', new Uint8Array(10_000_001), /too large/],
  ])('%s', async (_, bytes, message) => {
    expect(await problem(bytes)).toMatchObject({ message, details: { file: 'a.xlsx' } })
  })

  test('an archive cut short', async () => {
    const whole = await workbook([['a']])
    expect(await problem(whole.slice(0, whole.length / 2))).toMatchObject({ message: /not a readable workbook/ })
  })

  test('an archive that says it unpacks to too much', async () => {
    const bomb = zipSync({ [sheetPath]: new Uint8Array(100_000_001) }, { level: 9 })
    expect(bomb.length).toBeLessThan(200_000)
    expect(await problem(bomb)).toMatchObject({ message: 'is too large for a data file' })
  })

  test('an archive that says it unpacks to little, and does not', async () => {
    const real = 100_000_001
    const bomb = zipSync(
      { ...unzipSync(await workbook([['a']])), [sheetPath]: new Uint8Array(real).fill(0x20) },
      { level: 9 },
    )
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength)
    let changed = 0
    for (let at = 0; at + 4 <= bomb.length; at++) {
      if (view.getUint32(at, true) !== real) continue
      view.setUint32(at, 1000, true)
      changed++
    }
    expect(changed).toBeGreaterThan(0)
    const before = process.memoryUsage().rss
    await readXlsx(bomb, 'a.xlsx').catch(() => null)
    expect(process.memoryUsage().rss - before).toBeLessThan(real * 3)
  })

  test('a sheet as wide and long as there are cells', async () => {
    const xml = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(await problem(await withSheet(sheetXml(xml)))).toMatchObject({ message: /not a readable workbook/ })
  })

  test('entities: none is expanded, none is fetched', async () => {
    const doctype =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
    const xml = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;&c;</t></is></c></row>'
    const read = await readXlsx(await withSheet(sheetXml(xml, doctype)), 'a.xlsx').catch(() => [])
    expect(JSON.stringify(read)).not.toMatch(/aaaa|localhost/)
  })
})
