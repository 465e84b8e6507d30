import { decodeText } from '../input/decode-text.ts'
import { gather } from '../input/gather.ts'
import { type JsonFile, type JsonNode, parseJson } from '../input/json.ts'
import { listed } from '../input/nearest.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import type { Category, Dimension } from './cube.ts'
import { dayIn } from './dates.ts'
import { jsonStatCells } from './json-stat-values.ts'
import { itemsOf, member, numberOf, textOf, wrongKind } from './json-value.ts'
import { refuseLarge, valueCount } from './limit.ts'
import type { Statistic } from './statistic.ts'

/**
 * Reads JSON-stat 2.0: a data set, or the one that is meant of a collection.
 *
 * @param wanted which of a collection, by its label or its number from 1
 * @throws {Problem} or {Problems} for what is no JSON, no JSON-stat 2, or does not agree with its own sizes
 */
export function readJsonStat(bytes: Uint8Array, shown: string, wanted?: string): Statistic {
  refuseLarge(bytes, shown)
  const file = parseJson(decodeText(bytes, shown).text, shown)
  const set = dataset(file, wanted)
  const ids = itemsOf(required(set, 'id', file), file)
  const sizes = itemsOf(required(set, 'size', file), file).map((node) => numberOf(node, file))
  if (ids.length !== sizes.length)
    throw new Problem('has another number of sizes than of dimensions', {
      ...file.place(required(set, 'size', file).at),
      found: `${sizes.length} in size, ${ids.length} in id`,
      expected: 'a size for each dimension',
    })
  valueCount(sizes, file.place(required(set, 'size', file).at))
  const named = required(set, 'dimension', file)
  const { made: dimensions, problems } = gather(ids, (id, at) => dimensionOf(id, sizes[at]!, named, file))
  if (problems.length) throw new Problems(problems)
  const { cells, doubts } = jsonStatCells(set, sizes, file)
  const date = dayIn(textOf(member(set, 'updated')) ?? '')
  const source = textOf(member(set, 'source'))
  return { cube: { dimensions, cells }, own: { ...(date ? { date } : {}), ...(source ? { source } : {}) }, doubts }
}

function required(node: JsonNode, key: string, file: JsonFile): JsonNode {
  const found = member(node, key)
  if (found) return found
  const keys = node.kind === 'object' ? [...node.entries.keys()] : []
  throw noSuch(`has no "${key}"`, listed(keys) || 'none', [key], file.place(node.at))
}

/** The data set that is meant. */
function dataset(file: JsonFile, wanted: string | undefined): JsonNode {
  const { root } = file
  if (root.kind !== 'object') throw wrongKind(root, 'an object of JSON-stat 2.0', file)
  const kind = textOf(member(root, 'class'))
  if (kind === 'dataset') return root
  if (kind !== 'collection')
    throw new Problem('is not JSON-stat 2.0', {
      ...file.place((member(root, 'class') ?? root).at),
      found: kind === null ? `no "class"; keys ${listed(root.entries.keys())}` : `"class": "${kind}"`,
      expected: '"class": "dataset" or "collection"; from PxWeb, the format json-stat2',
    })
  const link = required(root, 'link', file)
  const items = itemsOf(required(link, 'item', file), file)
  const sets = items.filter((item) => textOf(member(item, 'class')) === 'dataset' && member(item, 'value'))
  const names = sets.map((set, at) => textOf(member(set, 'label')) ?? String(at + 1))
  const chosen = wanted === undefined && sets.length === 1 ? sets[0] : sets[names.indexOf(wanted ?? '')]
  const found = chosen ?? (/^\d+$/.test(wanted ?? '') ? sets[Number(wanted) - 1] : undefined)
  if (found) return found
  if (wanted !== undefined) throw noSuch(`has no data set "${wanted}"`, wanted, names, file.place(link.at))
  throw new Problem(sets.length ? 'has several data sets' : 'has no data set in it', {
    ...file.place(link.at),
    found: sets.length ? listed(names) : `${items.length} links`,
    expected: sets.length
      ? '"dataset: …" with the label or number of one'
      : 'data sets with their values, not only links',
  })
}

function dimensionOf(id: JsonNode, size: number, named: JsonNode, file: JsonFile): Dimension {
  const code = textOf(id) ?? ''
  const node = member(named, code)
  if (!node) {
    const known = named.kind === 'object' ? named.entries.keys() : []
    throw noSuch(`has no dimension "${code}"`, code, known, file.place(id.at))
  }
  const label = textOf(member(node, 'label')) ?? code
  const category = required(node, 'category', file)
  const categories = categoriesOf(category, file)
  if (categories.length !== size)
    throw new Problem(`has another number of categories in "${code}" than its size`, {
      ...file.place(category.at),
      found: `${categories.length} categories`,
      expected: `${size}, as "size" says`,
    })
  return { code, label, categories, side: null }
}

/** The categories in their order, which `index` gives as a list of codes or as the place of each; one alone needs none. */
function categoriesOf(node: JsonNode, file: JsonFile): Category[] {
  const index = member(node, 'index')
  const labels = member(node, 'label')
  const category = (code: string, at: number): Category => {
    const label = labels && member(labels, code)
    const { line, column } = file.place(label?.at ?? at)
    return { code, label: textOf(label) ?? code, line, column }
  }
  if (index?.kind === 'array') return index.items.map((item) => category(textOf(item) ?? '', item.at))
  const from = index ?? labels
  if (from?.kind !== 'object') throw wrongKind(from ?? node, '"index" or "label" with the categories', file)
  const entries = [...from.entries].map(([code, { key, value }], place) => ({
    place: index ? numberOf(value, file) : place,
    category: category(code, key.at),
  }))
  const sorted = entries.sort((a, b) => a.place - b.place)
  const wrong = sorted.find(({ place }, at) => place !== at)
  if (wrong)
    throw new Problem('has an index with a place left out or twice', {
      ...file.place(index!.at),
      found: `${wrong.category.code}: ${wrong.place}`,
      expected: `places from 0 to ${sorted.length - 1}, each once`,
    })
  return sorted.map((each) => each.category)
}
