import { gather } from '../input/gather.ts'
import type { JsonFile, JsonNode } from '../input/json.ts'
import { listed } from '../input/nearest.ts'
import { Problem, Problems } from '../input/problem.ts'
import type { Cube } from './cube.ts'
import { member, textOf, wrongKind } from './json-value.ts'
import type { SheetCell } from './sheet.ts'
import { placesIn } from './statistic.ts'

/**
 * The values of a data set, each with its place, whether it lists all or only those that are there; one that is null or left out is
 * missing, with what its status says as the reason.
 *
 * @returns the values, and as a doubt which of those that are there have a status: provisional, estimated
 * @throws {Problems} for values that are none, and more or fewer than the sizes say
 */
export function jsonStatCells(
  set: JsonNode,
  sizes: number[],
  file: JsonFile,
): { cells: Cube['cells']; doubts: Problem[] } {
  const count = sizes.reduce((all, size) => all * size, 1)
  const value = member(set, 'value')
  if (!value) throw new Problem('has no "value"', { ...file.place(set.at), expected: 'the values of the data set' })
  const values = listOf(value, count, file)
  const statuses = statusesOf(set, count, file)
  const places = placesIn(sizes, count)
  const { made: cells, problems } = gather(places, (at, index) => {
    const status = statuses[index]
    return { at, cell: cellOf(values[index], status, file.place((values[index] ?? value).at), file) }
  })
  if (problems.length) throw new Problems(problems)
  return { cells, doubts: marked(cells, statuses, file) }
}

/** The node of each value; of a sparse list only those that it has. */
function listOf(node: JsonNode, count: number, file: JsonFile): (JsonNode | undefined)[] {
  if (node.kind === 'array') {
    if (node.items.length === count) return node.items
    const place = node.items[count] ?? node.items.at(-1) ?? node
    throw new Problem(node.items.length < count ? 'has too few values' : 'has too many values', {
      ...file.place(place.at),
      found: `${node.items.length} values`,
      expected: `${count}, as "size" says`,
    })
  }
  if (node.kind !== 'object') throw wrongKind(node, 'a list of values, or an object with some of them', file)
  const values: (JsonNode | undefined)[] = new Array(count).fill(undefined)
  const { problems } = gather([...node.entries], ([key, { key: keyNode, value }]) => {
    if (!/^\d+$/.test(key) || Number(key) >= count)
      throw new Problem('has a value at a place that it has not', {
        ...file.place(keyNode.at),
        found: `"${key}"`,
        expected: `a place from 0 to ${count - 1}`,
      })
    values[Number(key)] = value
  })
  if (problems.length) throw new Problems(problems)
  return values
}

/** What is said of each value, in words where the file has them. */
function statusesOf(set: JsonNode, count: number, file: JsonFile): (string | undefined)[] {
  const status = member(set, 'status')
  const all: (string | undefined)[] = new Array(count).fill(undefined)
  if (!status) return all
  const words = member(member(member(set, 'extension'), 'status'), 'label')
  const said = (node: JsonNode | undefined) => {
    const sign = textOf(node)
    const word = sign && words ? textOf(member(words, sign)) : null
    return sign ? (word && word !== sign ? `${sign}: ${word}` : sign) : undefined
  }
  const one = said(status)
  if (one !== undefined) return all.fill(one)
  return listOf(
    status.kind === 'array' && status.items.length === 1
      ? { ...status, items: new Array(count).fill(status.items[0]) }
      : status,
    count,
    file,
  ).map(said)
}

function cellOf(
  node: JsonNode | undefined,
  status: string | undefined,
  { line, column }: { line: number; column: number },
  file: JsonFile,
): SheetCell {
  const value = node?.kind === 'plain' ? node.value : undefined
  if (node === undefined || value === null) {
    const sign = /^[^:]+$/.test(status ?? '') || status === ':' ? status! : ''
    const missing = status ? `status ${status}` : node ? 'null in the file' : 'left out of the file'
    return { text: sign, missing, line, column }
  }
  if (typeof value === 'number' && Number.isFinite(value))
    return { text: node.kind === 'plain' ? node.raw : '', number: value, line, column }
  if (typeof value === 'string') return { text: value.trim(), line, column }
  throw wrongKind(node, 'a number, or null for a missing value', file)
}

/** A doubt for each status that values which are there have. */
function marked(cells: Cube['cells'], statuses: (string | undefined)[], file: JsonFile): Problem[] {
  const given = statuses.flatMap((status, at) =>
    status && cells[at]!.cell.missing === undefined ? { status, at } : [],
  )
  return [...new Set(given.map(({ status }) => status))].map((status) => {
    const own = given.filter((each) => each.status === status).map(({ at }) => cells[at]!.cell)
    const { line, column } = own[0]!
    return new Problem(`marks ${own.length} of its values "${status}"`, {
      ...file.place(0),
      line,
      column,
      found: listed(
        own.map(({ text }) => text),
        5,
      ),
      expected: 'values that stand as they are; these may change',
    })
  })
}
