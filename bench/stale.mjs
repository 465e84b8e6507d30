// Draws single-cell updates of a report by a seed and prints what becomes of its sentences: untrue, to read again, still true.
// Truth stands in bench/stale-truth/NAME.yaml, written by hand: with it recall and precision are told, and every miss.
// Usage: npm run bench:stale -- [--source source] [--seed 1] [--count 40] [--json]
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { readSource } from '../dist/build/source.js'
import { foldersOf } from '../dist/cli/folders.js'
import { locales } from '../dist/locale/locales.js'
import { gridsOf } from '../dist/model/claims/grid.js'
import { numbersIn, valuesIn } from '../dist/model/values.js'
import { cellName, changesOf, tableName } from '../dist/update/changes.js'
import { exchanged } from '../dist/update/print.js'
import { recheckAll, staleIn } from '../dist/update/stale.js'

const { values: options } = parseArgs({
  options: {
    source: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
})
const reports = readdirSync('bench/reports')
  .filter((n) => !n.startsWith('.'))
  .map((name) => `bench/reports/${name}`)
const sources = options.source ?? ['source', 'examples/library-hours', ...reports]

const results = []
for (const source of sources) results.push(await bench(source))
if (options.json) console.log(JSON.stringify(results, null, 2))
else for (const result of results) print(result)

/** Every number of a report's tables that a data file could change. */
function numbersOf(report, locale) {
  return report.tables.flatMap((table, at) => {
    const [grid] = gridsOf([{ table, order: 0 }], report.entities, locale)
    return (grid?.numbers ?? []).flatMap((found) => {
      const { row, column, isYear, isWord } = found
      const cell = table.rows[row][column]
      const index = numbersIn(cell.text, locale).findIndex((number) => number.at === found.at)
      return isYear || isWord || cell.items || index < 0
        ? []
        : [{ at, row, column, index, number: numbersIn(cell.text, locale)[index] }]
    })
  })
}

/** A small generator of numbers from 0 to 1 (mulberry32). */
function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Another value: a little off, off by a tenth to a third, another size, or beyond its neighbours. */
function changed({ number }, neighbours, random) {
  const decimals = (String(number.value).split('.')[1] ?? '').length
  const step = 10 ** -decimals
  const kind = ['small', 'medium', 'large', 'flip'][Math.floor(random() * 4)]
  const sign = random() < 0.5 ? -1 : 1
  const [low, high] = [Math.min(...neighbours), Math.max(...neighbours)]
  const wanted = {
    small: number.value + sign * Math.max(step, Math.abs(number.value) * 0.02),
    medium: number.value * (1 + sign * (0.1 + random() * 0.25)),
    large: sign < 0 ? number.value * 0.4 : number.value * 2.1,
    flip:
      number.value === high ? low - Math.max(step, Math.abs(low) * 0.1) : high + Math.max(step, Math.abs(high) * 0.1),
  }[kind]
  const rounded = Number(wanted.toFixed(decimals))
  return { kind, value: rounded === number.value ? Number((rounded + sign * step).toFixed(decimals)) : rounded }
}

async function bench(source) {
  const { report } = await readSource(foldersOf({ source }).source)
  const locale = locales[report.language]
  const random = generator(Number(options.seed))
  const all = numbersOf(report, locale)
  const truth = truthOf(source)
  const drawn = []
  const pool = [...all]
  while (drawn.length < Number(options.count) && pool.length) {
    drawn.push(...pool.splice(Math.floor(random() * pool.length), 1))
  }
  const updates = drawn.map((place) => {
    const table = report.tables[place.at]
    const cell = table.rows[place.row][place.column]
    const neighbours = all
      .filter((other) => other.at === place.at && other.column === place.column && other.index === place.index)
      .map(({ number }) => number.value)
    const { kind, value } = changed(place, neighbours, random)
    const high = place.number.max === undefined ? undefined : place.number.max + value - place.number.value
    const text = exchanged(
      cell.text,
      { before: place.number, after: value, high },
      { locale, decimals: () => (String(value).split('.')[1] ?? '').length },
    )
    const updated = { date: '2030', source: 'bench', file: 'bench.csv', line: 1, printed: cell.text }
    const made = { ...cell, text, values: valuesIn(text, locale), updated }
    const tables = report.tables.map((each) =>
      each === table
        ? { ...each, rows: each.rows.map((row, at) => (at === place.row ? row.with(place.column, made) : row)) }
        : each,
    )
    const stale = staleIn(report, tables, recheckAll(report, tables, locale), locale)
    const [change] = changesOf({ tables })
    return { kind, change, ...judged(stale, { place, report, tables, locale, truth }) }
  })
  return { source, updates, ...scored(updates, truth) }
}

function truthOf(source) {
  const path = join('bench/stale-truth', `${basename(source)}.yaml`)
  if (!existsSync(path)) return null
  return parse(readFileSync(path, 'utf8')).map((item) => ({
    ...item,
    holds: item.holds && new Function('at', 'max', 'min', 'sum', `return (${item.holds})`),
  }))
}

/** What was named, and what should have been. */
function judged(stale, { place, report, tables, locale, truth }) {
  const named = stale.map(({ line, sentence, said, now, holds, kind }) => ({
    is: holds ? 'holds' : kind === 'reading' ? 'read again' : 'untrue',
    line,
    said,
    now,
    sentence,
  }))
  if (!truth) return { named, missed: [], strays: [], wrong: [] }
  const before = reader(report.tables, locale)
  const after = reader(tables, locale)
  const table = report.tables[place.at]
  const own = [
    tableName(table),
    table.rows[place.row][0].text,
    table.header?.[place.column] || String(place.column + 1),
  ]
  const speaking = truth.filter((item) => speaksOf(item, own))
  const isIn = (item, { line, sentence }) => item.line === line && (!item.words || sentence.includes(item.words))
  const falls = (item) => {
    if (!item.holds) return false
    if (!item.holds(...before))
      throw new Error(`the truth of line ${item.line} "${item.words}" does not hold in the report`)
    return !item.holds(...after)
  }
  const fallen = speaking.filter(falls)
  const told = named.filter(({ is }) => is !== 'holds')
  return {
    named,
    fallen: fallen.length,
    missed: fallen.filter((item) => !told.some((each) => isIn(item, each))),
    strays: told.filter((each) => !speaking.some((item) => isIn(item, each))),
    // said to be untrue, though all that its sentence says of the cell still holds
    wrong: told.filter(
      (each) =>
        each.is === 'untrue' &&
        speaking.some((item) => isIn(item, each)) &&
        speaking.filter((item) => isIn(item, each)).every((item) => item.holds && !falls(item)),
    ),
  }
}

/** Does a sentence speak of a cell? Its cells are given as "table / row / column", a star for any. */
function speaksOf({ cells }, own) {
  return [cells].flat().some((cell) => {
    const parts = cell.split(' / ')
    return parts.every((part, at) => part === '*' || part === own[at] || (at > 0 && own[at].startsWith(part)))
  })
}

/** What the truth reckons with: the numbers of cells, and of whole columns. */
function reader(tables, locale) {
  const find = (name) => tables.find((table) => tableName(table) === name) ?? fail(`no table ${name}`)
  const columnIn = (table, column) => {
    const found = (table.header ?? []).findIndex((each) => each === column || each.startsWith(column))
    return found >= 0 ? found : Number(column) - 1
  }
  const numberIn = (cell, index) => numbersIn(cell.text, locale)[index]
  const at = (name, row, column, index = 0, end = 'value') => {
    const table = find(name)
    const found =
      table.rows.find(([first]) => first.text === row || first.text.startsWith(row)) ?? fail(`no row ${row}`)
    const number = numberIn(found[columnIn(table, column)], index)
    return end === 'max' ? (number.max ?? number.value) : number.value
  }
  const whole =
    (reckon) =>
    (name, column, { index = 0, except = [] } = {}) => {
      const table = find(name)
      const numbers = table.rows
        .filter(([first]) => !except.includes(first.text))
        .flatMap((row) => numberIn(row[columnIn(table, column)], index)?.value ?? [])
      return reckon(numbers)
    }
  const sum = (numbers) => numbers.reduce((all, each) => all + each, 0)
  return [at, whole((numbers) => Math.max(...numbers)), whole((numbers) => Math.min(...numbers)), whole(sum)]
}

function fail(message) {
  throw new Error(message)
}

function scored(updates, truth) {
  if (!truth) return { recall: null, precision: null, wrong: null }
  const fallen = updates.reduce((all, each) => all + each.fallen, 0)
  const missed = updates.reduce((all, each) => all + each.missed.length, 0)
  const told = updates.reduce((all, { named }) => all + named.filter(({ is }) => is !== 'holds').length, 0)
  const strays = updates.reduce((all, each) => all + each.strays.length, 0)
  return {
    fallen,
    told,
    recall: fallen ? 1 - missed / fallen : 1,
    precision: told ? 1 - strays / told : 1,
    wronglyUntrue: updates.reduce((all, each) => all + each.wrong.length, 0),
  }
}

function print({ source, updates, recall, precision, fallen, told, wronglyUntrue }) {
  console.log(`\n# ${source}: ${updates.length} updates, seed ${options.seed}`)
  for (const { kind, change, named, missed, strays, wrong } of updates) {
    console.log(`\n${cellName(change)}: ${change.before} → ${change.after} (${kind})`)
    for (const { is, line, said, now, sentence } of named) {
      const is_ = strays.some((each) => each.line === line && each.said === said) ? `${is} (astray)` : is
      console.log(
        `  ${is_}  line ${line}  "${said}"${now && now !== said ? ` → ${now}` : ''}  ${shortened(sentence, said)}`,
      )
    }
    for (const { line, words } of missed) console.log(`  MISSED  line ${line}  ${words}`)
    for (const { line, said } of wrong) console.log(`  WRONGLY UNTRUE  line ${line}  "${said}"`)
  }
  if (recall !== null) {
    console.log(
      `\nrecall ${recall.toFixed(3)} of ${fallen} that became untrue; precision ${precision.toFixed(3)} of ${told} named; ${wronglyUntrue} said to be untrue that hold`,
    )
  }
}

function shortened(sentence, said) {
  const at = Math.max(0, sentence.indexOf(said) - 50)
  return `${at ? '…' : ''}${sentence.slice(at, at + 130)}${sentence.length > at + 130 ? '…' : ''}`
}
