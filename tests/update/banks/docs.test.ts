import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatProblem } from '../../../src/input/problem.ts'
import { changesOf } from '../../../src/update/changes.ts'
import { cells, said, withData } from '../updated.ts'

const docs = readFileSync('docs/data.md', 'utf8')
const [, section = ''] = /^## Files from statistics banks\n([\s\S]*?)^## /m.exec(docs)!
const [, mapping = ''] = /```yaml\n([\s\S]*?)```/.exec(section)!

const px = `CHARSET="ANSI";
STUB="harbour","kind";
HEADING="year";
VALUES("harbour")="101 Northern harbour","102 Southern harbour","Easton";
CODES("harbour")="101","102","103";
VALUES("kind")="all boats","sail";
VALUES("year")="2025","2026";
LAST-UPDATED="20260301 08:00";
SOURCE="Statistics Coast";
DATASYMBOL2="confidential";
DATA=
1200 1310 1 1
660 670 1 1
640 ".." 1 1;
`

test('the mapping that docs/data.md shows, and what it shows of a missing value', async () => {
  const { update } = await withData({ 'boats.px': px, 'boats.yaml': mapping })
  const [, shown = ''] = /```\n(source\/data\/boats\.px[\s\S]*?)\n```/.exec(section)!
  expect(
    update.problems
      .map(formatProblem)
      .join('\n')
      .replace(/px:\d+:\d+/, 'px:0:0'),
  ).toBe(shown.replace(/px:\d+:\d+/, 'px:0:0'))
  const source = await withData({ 'boats.px': px, 'boats.yaml': `${mapping}allow: [missing-values]\n` })
  expect(source.update.problems.map(said)).toEqual([])
  expect(cells(source).map((row) => row[1])).toEqual(['1,310 (48.0%)', '670 (26.4%)', '640 (25.6%)', '2,620 (100.0%)'])
})

test('a number and its share, each a value of a dimension, become one cell', async () => {
  const text = `STUB="harbour";
HEADING="what","year";
VALUES("harbour")="Northport","Southport","Easton","Total";
VALUES("what")="Boats","Per cent";
VALUES("year")="2026";
LAST-UPDATED="20260301 08:00";
SOURCE="Statistics Coast";
DATA=1310 50.2 660 25.3 640 24.5 2610 100;
`
  const yaml = 'table: Table 1\ncolumns: { from: what, names: { Per cent: Boats (%) } }\n'
  const source = await withData({ 'boats.px': text, 'boats.yaml': yaml })
  expect(source.update.problems.map(said)).toEqual([])
  expect(source.update.doubts.map(said)).toEqual([])
  expect(changesOf(source.report).map(({ row, after }) => [row, after])).toEqual([
    ['Northport', '1,310 (50.2%)'],
    ['Southport', '660 (25.3%)'],
    ['Easton', '640 (24.5%)'],
    ['Total', '2,610 (100.0%)'],
  ])
})

test('the settings of a folder that docs/data.md shows', async () => {
  const [, yaml = ''] = /`source\/data\/data\.yaml`:\n\n```yaml\n([\s\S]*?)```/.exec(docs)!
  const source = await withData({
    'tabel-5.1.csv': '\uFEFFtable,row,column,value\nTable 1,Easton,Boats,641 (25.6%)\n',
    'b.csv': '\uFEFFtable,row,column,value\nTable 1,Southport,Berths,20\n',
    'data.yaml': yaml,
  })
  expect(source.update.problems.map(said)).toEqual([])
  expect(changesOf(source.report).map(({ file, source: from }) => [file, from])).toEqual([
    ['data/b.csv', 'Danmarks Statistik'],
    ['data/tabel-5.1.csv', 'Akademikernes A-kasse'],
    ['data/tabel-5.1.csv', 'Akademikernes A-kasse'],
  ])
})
