import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Origin, TracedPlace } from '../../src/build/trace/shape.ts'
import { traceSchema } from '../../src/build/trace/shape.ts'
import { traceText } from '../../src/cli/trace-text.ts'
import { numbersIn } from '../support/facts.ts'
import { asking } from '../support/traced.ts'

/** The documents of the report in source/, made anew: each number says where it comes from, and there it stands. */
const { ask, prepared } = await asking('source')
const { written: lines } = prepared.material
const paths = prepared.documents.map(({ artifacts }) => artifacts.find(({ format }) => format === 'html')!.path)
const { tables } = prepared.source.report

/** The words that an origin names, read from the report and not from the model. */
const wordsOf = ({ cell, lines: ranges }: Origin) =>
  (cell ? [[cell.line, cell.line] as const] : ranges)
    .flatMap(([first, last]) => lines.slice(first - 1, last))
    .join('\n')

/** What is not the report's own in all documents: the templates write it, or the audience's file. */
const framing = [
  'Bruttoledighed blandt akademikere i april 2020, pct.',
  'Rapporten, afsnit 2',
  // the recommendations that the deck of the committee chooses
  ...['1', '2', '3', '4', '5', '6', '7'],
]

describe.each(paths)('%s', async (path) => {
  const traced = await ask(path)
  const own = traced.places.filter(({ origins }) => origins.length)
  const foreign = traced.places.filter(({ origins }) => !origins.length)

  test('every number stands in the lines it comes from', () => {
    expect(own.length).toBeGreaterThan(20)
    const strange = own.filter(({ found, text, origins }) => {
      const there = numbersIn(origins.map(wordsOf).join('\n'))
      return !numbersIn(found ?? text).every((number) => there.includes(number) || there.includes(`${number},0`))
    })
    expect(strange.map(({ text, found }) => ({ text, found }))).toEqual([])
  })

  test('numbers of tables and charts have table, row, column and line', () => {
    const cells = own.filter(({ kind, row }) => kind === 'chart' || (kind === 'table' && row !== null))
    for (const { origins, text } of cells) {
      const isHeading = origins.every(({ cell, table }) => !cell && table)
      const names = origins.flatMap(({ cell, repeats }) => [
        ...(cell ? [cell] : []),
        ...repeats.flatMap(({ cells }) => cells),
      ])
      if (!isHeading) expect(names, text).not.toEqual([])
      for (const { table, caption, row, column, line, printed } of names) {
        const there = tables
          .filter(({ id, caption: title }) => id === table && title === caption)
          .flatMap(({ header, rows }) =>
            rows
              .filter(([head]) => head!.text === (row ?? ''))
              .flatMap((cells) =>
                cells.filter((each, at) => each.line === line && (header?.[at] ?? '') === (column ?? '')),
              ),
          )
        const texts = there.map(({ text, items = [] }) => [text, ...items].filter(Boolean).join('; '))
        expect(texts, text).toContain(printed)
      }
    }
  })

  test('what is not of the report is written where it says, and is known', () => {
    expect(foreign.map(({ text }) => text).filter((text) => !framing.includes(text))).toEqual([])
    for (const { text, written } of foreign.filter(({ text }) => /\p{L}/u.test(text)))
      expect(readFileSync(written!.file, 'utf8').split('\n')[written!.line - 1]).toContain(text)
  })

  test('is what the schema says', () => expect(traceSchema.parse(JSON.parse(JSON.stringify(traced)))).toEqual(traced))
})

const [brief] = paths.filter((path) => path.startsWith('presse/brief'))
const only = ({ places }: { places: TracedPlace[] }) => {
  expect(places).toHaveLength(1)
  return places[0]!
}

test('a key figure: table, row, column and line', async () => {
  const place = only(await ask(`nothing-is-built-here/${brief}`, '7.554'))
  expect(place).toMatchObject({ kind: 'keyFigure', found: '7.554', artifacts: [brief], document: 'brief' })
  const [{ cell }] = place.origins as [Origin]
  expect(cell).toMatchObject({ table: 'TABEL 5.1', row: 'AC i alt', column: 'København', printed: '7.554 (6,8 pct.)' })
  expect(lines[cell!.line - 1]).toMatch(/AC i alt.*7\.554/)
  expect(await ask(`nothing-is-built-here/${brief}`, '7554')).toEqual({
    ...(await ask(`nothing-is-built-here/${brief}`, '7.554')),
    asked: expect.objectContaining({ text: '7554' }),
  })
})

test('a statement: where the editor wrote it, its lines, and the cell its number repeats', async () => {
  const { places } = await ask(brief!, '6,8 pct.')
  const [statement] = places.flatMap(({ origins }) => origins.filter((origin) => origin.statement))
  expect(readFileSync('source/editorial.yaml', 'utf8').split('\n')[statement!.statement!.line - 1]).toContain(
    statement!.statement!.id,
  )
  expect(statement!.repeats).toEqual([
    expect.objectContaining({
      table: 'TABEL 5.1',
      agrees: true,
      cells: [expect.objectContaining({ row: 'AC i alt', column: 'København' })],
    }),
  ])
})

describe('the reverse', async () => {
  const whole = await ask('tabel 5.1')
  const narrow = await ask('TABEL 5.1', undefined, { row: 'AC i alt', column: 'København' })

  test('a table: every document that shows a number of it, found without its help', async () => {
    const all = new Set<string>()
    for (const path of paths) {
      const { places } = await ask(path)
      const shows = places.some(({ origins }) => origins.some(({ cell }) => cell?.table === 'TABEL 5.1'))
      if (shows) all.add(path)
    }
    const shown = new Set(whole.places.flatMap(({ artifacts }) => artifacts.filter((path) => path.endsWith('.html'))))
    expect(all.size).toBeGreaterThan(3)
    expect([...all].filter((path) => !shown.has(path))).toEqual([])
  })

  test('a cell: its numbers, and what rests on its line', () => {
    expect(narrow.places.length).toBeGreaterThan(10)
    expect(narrow.places.length).toBeLessThan(whole.places.length)
    const cells = narrow.places.filter(({ origins }) => origins.some(({ cell }) => cell))
    expect(new Set(cells.flatMap(({ found, text }) => numbersIn(found ?? text)))).toEqual(new Set(['7.554', '6,8']))
  })

  test('lines, statements and entities', async () => {
    const { line } = narrow.places.find(({ origins }) => origins[0]?.cell)!.origins[0]!.cell!
    const byLine = await ask(`source/report.md:${line}`)
    expect(byLine.places.length).toBeGreaterThanOrEqual(narrow.places.length)
    const statement = await ask('presse-headline')
    expect(statement.places.map(({ artifacts: [path] }) => path!.split('/')[0])).toEqual(['presse', 'presse'])
    const entity = await ask('Odense')
    expect(entity.places.length).toBeGreaterThan(50)
    const cells = entity.places.flatMap(({ origins }) => origins.flatMap(({ cell }) => cell ?? []))
    expect(cells.filter(({ row, column }) => !/Odense/.test(`${row} ${column}`))).toEqual([])
  })
})

test('docs/trace.md shows what is printed', async () => {
  // the report may have had other lines when the page was written
  const anyLine = (text: string) => text.replace(/(?<=report\.md:)\d+/g, 'N')
  const docs = anyLine(readFileSync('docs/trace.md', 'utf8'))
  const narrow = await ask('TABEL 5.1', undefined, { row: 'AC i alt', column: 'København' })
  const number = await ask(brief!, '7.554')
  const written = brief!.replace('.html', '.pdf')
  const lines = anyLine(traceText(number))
    .replace(brief!, written)
    .replace('key figure', 'page 1, key figure')
    .split('\n')
  expect(lines.slice(0, 4).filter((line) => !docs.includes(line))).toEqual([])
  expect(docs).toContain(lines[4]!.split(' (')[0]!.trim())
  expect(docs).toContain(traceText(narrow).split('\n')[0])
})
