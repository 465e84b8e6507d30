import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../src/update/changes.ts'
import { cells, said, withData } from '../updated.ts'

/** Boats by harbour and year, as Statistics Norway's PxWeb gives them. */
const norwegian = {
  class: 'dataset',
  version: '2.0',
  label: 'Båter, etter havn, statistikkvariabel og år',
  source: 'Statistisk sentralbyrå',
  updated: '2026-03-01T07:00:00Z',
  id: ['Region', 'ContentsCode', 'Tid'],
  size: [3, 1, 2],
  role: { time: ['Tid'], metric: ['ContentsCode'], geo: ['Region'] },
  dimension: {
    Region: {
      label: 'havn',
      category: {
        index: { '0101': 0, '0102': 1, '0103': 2 },
        label: { '0101': 'Nordhavn', '0102': 'Sørhavn', '0103': 'Østhavn' },
      },
    },
    ContentsCode: {
      label: 'statistikkvariabel',
      category: { label: { Baater: 'Båter' }, unit: { Baater: { base: 'antall', decimals: 0 } } },
    },
    Tid: { label: 'år', category: { index: ['2025', '2026'], label: { '2025': '2025', '2026': '2026' } } },
  },
  value: [1200, 1310, 660, 670, 640, null] as unknown,
  status: { '5': ':' } as unknown,
}
const json = (more: object = {}) => JSON.stringify({ ...norwegian, ...more }, null, 1)

const mapped = `table: Table 1
rows: { from: havn, names: { Nordhavn: Northport, "0102": Southport, Østhavn: Easton } }
columns: { from: Tid, names: { "2025": null, "2026": Boats } }
`
const allowing = `${mapped}allow: [missing-values]\n`

describe('a data set', () => {
  test('gives its values with their lines, its date and its source; null is missing with its status', async () => {
    const source = await withData({ 'boats.json': json(), 'boats.yaml': allowing })
    expect(source.update.problems.map(said)).toEqual([])
    const line =
      json()
        .split('\n')
        .findIndex((each) => each.trim() === '1310,') + 1
    expect(changesOf(source.report)[0]).toMatchObject({
      row: 'Northport',
      after: '1,310 (48.0%)',
      file: 'data/boats.json',
      fileLine: line,
      date: '2026-03-01',
      source: 'Statistisk sentralbyrå',
    })
    expect(source.update.doubts.map(said)).toContain(
      `boats.json:${line + 4}:3 Table 1, Easton, Boats keeps "640 (25.6%)": its new value is missing; found : (status :)`,
    )
  })

  test.each<[string, object]>([
    ['sparse', { value: { '0': 1200, '1': 1310, '2': 660, '3': 670, '4': 640 } }],
    ['with a status for each', { status: ['', '', '', '', '', '..'] }],
    ['index as a list', { dimension: { ...norwegian.dimension, Tid: { category: { index: ['2025', '2026'] } } } }],
    [
      'index out of order',
      {
        dimension: {
          ...norwegian.dimension,
          Region: {
            label: 'havn',
            category: { index: { '0103': 2, '0101': 0, '0102': 1 }, label: norwegian.dimension.Region.category.label },
          },
        },
      },
    ],
  ])('%s', async (_, more) => {
    const source = await withData({ 'boats.json': json(more), 'boats.yaml': allowing })
    expect(source.update.problems.map(said)).toEqual([])
    expect(cells(source).map((row) => row[1])).toEqual([
      '1,310 (48.0%)',
      '670 (26.4%)',
      '640 (25.6%)',
      '2,620 (100.0%)',
    ])
  })

  test('in the shape of the table needs no mapping', async () => {
    const set = {
      ...norwegian,
      id: ['h', 'w'],
      size: [3, 2],
      dimension: {
        h: { category: { index: ['Northport', 'Southport', 'Easton'] } },
        w: { category: { index: ['Boats', 'Quay'] } },
      },
      value: [1310, 24.5, 660, 20, 640, 25.3],
      status: undefined,
    }
    const source = await withData({ 'table-1.json': JSON.stringify(set) })
    expect(source.update.problems.map(said)).toEqual([])
    expect(changesOf(source.report).map(({ after }) => after)).toEqual(['1,310 (48.0%)', '2,610 (100.0%)'])
  })

  test('what it marks as provisional is told', async () => {
    const status = { '1': 'p', '3': 'p', '5': ':' }
    const extension = { status: { label: { p: 'provisional' } } }
    const { update } = await withData({ 'boats.json': json({ status, extension }), 'boats.yaml': allowing })
    expect(update.problems.map(said)).toEqual([])
    expect(update.doubts.map(said)[0]).toMatch(
      /^boats\.json:\d+:3 marks 2 of its values "p: provisional"; found 1310, 670$/,
    )
  })
})

describe('a collection', () => {
  const collection = (...labels: string[]) =>
    JSON.stringify({
      class: 'collection',
      version: '2.0',
      link: {
        item: [
          { class: 'dataset', href: 'https://statistics.example/x' },
          ...labels.map((label) => ({ ...norwegian, label })),
        ],
      },
    })

  test('of one data set, and of several the one that is meant', async () => {
    const read = async (text: string, more: string) => {
      const source = await withData({ 'boats.json': text, 'boats.yaml': allowing + more })
      return [source.update.problems.map(said), cells(source)[0]![1]]
    }
    expect(await read(collection('A'), '')).toEqual([[], '1,310 (48.0%)'])
    expect(await read(collection('A', 'B'), 'dataset: B\n')).toEqual([[], '1,310 (48.0%)'])
    expect(await read(collection('A', 'B'), 'dataset: 2\n')).toEqual([[], '1,310 (48.0%)'])
    expect(await read(collection('Boats', 'Quays'), 'dataset: Boat\n')).toEqual([
      ['boats.json:1:46 has no data set "Boat"; found Boat; nearest Boats'],
      '1,200 (48.0%)',
    ])
    expect(await read(collection('A', 'B'), '')).toEqual([
      ['boats.json:1:46 has several data sets; found A, B'],
      '1,200 (48.0%)',
    ])
    expect(await read(collection(), '')).toEqual([
      ['boats.json:1:46 has no data set in it; found 1 links'],
      '1,200 (48.0%)',
    ])
  })
})

describe('bad input', () => {
  const one = (more: object) => JSON.stringify({ ...norwegian, ...more })
  const at = (text: string, part: string, behind = 0) => `1:${text.indexOf(part) + 1 + behind}`

  test.each<[string, string, (text: string) => string[]]>([
    ['a file that is cut off', json().slice(0, 200), () => ['boats.json:9:3 is not valid JSON; found "Cont']],
    ['what is no JSON', 'Harbour;Boats\n', () => ['boats.json:1:1 is not valid JSON; found Harbour;Boats']],
    [
      'a key twice',
      '{"class":"dataset","class":"dataset"}',
      () => ['boats.json:1:20 is not valid JSON; found "class":"dataset"}'],
    ],
    ['more behind it', `${one({})}]`, (text) => [`boats.json:1:${text.length} is not valid JSON; found ]`]],
    ['too deep', '['.repeat(200), () => ['boats.json:1:102 is not valid JSON; found [[[[[[[[[[[[[[[[[[[[']],
    [
      'JSON of another kind',
      '{"data":[1]}',
      () => ['boats.json:1:1 is not JSON-stat 2.0; found no "class"; keys data'],
    ],
    [
      'JSON-stat 1',
      '{"dataset":{"value":[1]}}',
      () => ['boats.json:1:1 is not JSON-stat 2.0; found no "class"; keys dataset'],
    ],
    ['a list', '[1]', () => ['boats.json:1:1 has a value of another kind; found a list']],
    [
      'too few values',
      one({ value: [1, 2] }),
      (text) => [`boats.json:${at(text, '"value":[1,2', 11)} has too few values; found 2 values`],
    ],
    [
      'too many values',
      one({ value: [1, 2, 3, 4, 5, 6, 7] }),
      (text) => [`boats.json:${at(text, ',7]', 1)} has too many values; found 7 values`],
    ],
    [
      'values that are none',
      one({ value: [1, true, {}, 4, 5, 6] }),
      (text) => [
        `boats.json:${at(text, 'true')} has a value of another kind; found true`,
        `boats.json:${at(text, '{},4')} has a value of another kind; found an object`,
      ],
    ],
    [
      'places that there are not',
      one({ value: { '0': 1, '6': 2, x: 3 } }),
      (text) => [
        `boats.json:${at(text, '"6"')} has a value at a place that it has not; found "6"`,
        `boats.json:${at(text, '"x"')} has a value at a place that it has not; found "x"`,
      ],
    ],
    [
      'another size than its categories',
      one({ size: [2, 1, 3] }),
      (text) => [
        `boats.json:${at(text, '"category":', 11)} has another number of categories in "Region" than its size; found 3 categories`,
        `boats.json:${at(text, '"category":{"index":["2025"', 11)} has another number of categories in "Tid" than its size; found 2 categories`,
      ],
    ],
    [
      'a dimension that it has not',
      one({ id: ['Regon', 'ContentsCode', 'Tid'] }),
      (text) => [`boats.json:${at(text, '"Regon"')} has no dimension "Regon"; found Regon; nearest Region`],
    ],
    [
      'other sizes than dimensions',
      one({ size: [3, 2] }),
      (text) => [
        `boats.json:${at(text, '[3,2]')} has another number of sizes than of dimensions; found 2 in size, 3 in id`,
      ],
    ],
    [
      'more values than there can be',
      one({ size: [3000, 1, 3000] }),
      (text) => [`boats.json:${at(text, '[3000')} has too many values; found 3000 × 1 × 3000 values`],
    ],
    ['without values', one({ value: undefined }), () => ['boats.json:1:1 has no "value"']],
  ])('%s', async (_, text, expected) => {
    const source = await withData({ 'boats.json': text, 'boats.yaml': allowing })
    expect(source.update.problems.map(said)).toEqual(expected(text))
    expect(changesOf(source.report)).toEqual([])
  })
})
