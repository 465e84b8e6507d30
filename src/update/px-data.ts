import { gather } from '../input/gather.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import type { Cube, Dimension } from './cube.ts'
import { valueCount } from './limit.ts'
import type { PxFile } from './px-file.ts'
import type { PxEntry, PxToken } from './px-text.ts'
import type { SheetCell } from './sheet.ts'
import { placesIn } from './statistic.ts'

/** How a PX file writes a value that is not there, by the keyword that says in words what it means. */
const symbols: Record<string, string> = {
  '.': 'DATASYMBOL1',
  '..': 'DATASYMBOL2',
  '...': 'DATASYMBOL3',
  '....': 'DATASYMBOL4',
  '.....': 'DATASYMBOL5',
  '......': 'DATASYMBOL6',
  '-': 'DATASYMBOLNIL',
}

/**
 * The values of DATA, each with its place in the dimensions.
 *
 * @param keys what the rows of DATA call the values of each dimension; undefined where they do not name them
 * @throws {Problem} or {Problems} for more or fewer values than the dimensions have, and for what is no value
 */
export function pxCells(
  data: PxEntry,
  dimensions: Dimension[],
  keys: (string[] | undefined)[],
  file: PxFile,
): Cube['cells'] {
  const sizes = dimensions.map(({ categories }) => categories.length)
  valueCount(sizes, { file: file.shown, line: data.line, column: data.column })
  return keys.some(Boolean) ? keyed(data, dimensions, keys, file) : dense(data, dimensions, sizes, file)
}

function dense(
  { values, line, column }: PxEntry,
  dimensions: Dimension[],
  sizes: number[],
  file: PxFile,
): Cube['cells'] {
  const wanted = sizes.reduce((all, size) => all * size, 1)
  if (values.length !== wanted) {
    const place = values[wanted] ?? values.at(-1) ?? { line, column }
    throw new Problem(values.length < wanted ? 'has too few values' : 'has too many values', {
      file: file.shown,
      line: place.line,
      column: place.column,
      found: `${values.length} values`,
      expected: `${wanted}: ${dimensions.map(({ label, categories }) => `${categories.length} of ${label}`).join(' × ')}`,
    })
  }
  const places = placesIn(sizes, wanted)
  return allOf(values, (value, at) => ({ at: places[at]!, cell: cellOf(value, file) }))
}

/** DATA whose rows begin with the values of the stub: rows without numbers are left out of it. */
function keyed(
  { values, line, column }: PxEntry,
  dimensions: Dimension[],
  keys: (string[] | undefined)[],
  file: PxFile,
): Cube['cells'] {
  const stubs = dimensions.filter((_, at) => keys[at])
  const isKeyFirst = keys.every((key, at) => !key || at < stubs.length)
  if (!isKeyFirst)
    throw new Problem('has KEYS for other dimensions than the first', {
      file: file.shown,
      line,
      column,
      expected: 'KEYS for those of the STUB',
    })
  const heads = dimensions.slice(stubs.length).map(({ categories }) => categories.length)
  const width = heads.reduce((all, size) => all * size, 1)
  const length = stubs.length + width
  if (values.length % length) {
    const last = values.at(-1)!
    throw new Problem('has a row of DATA with too few values', {
      file: file.shown,
      line: last.line,
      column: last.column,
      found: `${values.length} texts and numbers`,
      expected: `rows of ${length}: ${stubs.length} keys and ${width} values`,
    })
  }
  const across = placesIn(heads, width)
  const rows = Array.from({ length: values.length / length }, (_, at) => values.slice(at * length, (at + 1) * length))
  const given = new Set<string>()
  const cells = allOf(rows, (row) => {
    const at = stubs.map((stub, index) => keyAt(row[index]!, stub, keys[index]!, file))
    given.add(String(at))
    return row
      .slice(stubs.length)
      .map((value, index) => ({ at: [...at, ...across[index]!], cell: cellOf(value, file) }))
  }).flat()
  const all = placesIn(
    stubs.map(({ categories }) => categories.length),
    stubs.reduce((product, { categories }) => product * categories.length, 1),
  )
  const missing = 'the file leaves its row out of DATA'
  const left = all.filter((at) => !given.has(String(at)))
  return [
    ...cells,
    ...left.flatMap((at) =>
      across.map((more) => ({ at: [...at, ...more], cell: { text: '', missing, line, column } })),
    ),
  ]
}

function keyAt({ text, line, column }: PxToken, { label }: Dimension, names: string[], { shown }: PxFile): number {
  const at = names.indexOf(text)
  if (at < 0) throw noSuch(`has a key that "${label}" has not`, text, names, { file: shown, line, column })
  return at
}

function cellOf({ kind, text, line, column }: PxToken, file: PxFile): SheetCell {
  if (kind === 'word' && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text)))
    return { text, number: Number(text), line, column }
  const keyword = symbols[text]
  if (!keyword && text !== ':')
    throw new Problem('is no value', {
      file: file.shown,
      line,
      column,
      found: kind === 'text' ? `"${text}"` : text,
      expected: 'a number with a decimal point, or one of "." ".." "..." "-" for a value that is missing',
    })
  const [said] = keyword ? file.texts(keyword) : []
  return { text, ...(said && said !== text ? { missing: said } : {}), line, column }
}

/** What each gives; the problems of all that give none are thrown together. */
function allOf<Each, Made>(all: Each[], make: (each: Each, at: number) => Made): Made[] {
  const { made, problems } = gather(all, make)
  if (problems.length) throw new Problems(problems)
  return made
}
