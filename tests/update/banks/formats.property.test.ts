import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../../src/input/problem.ts'
import { readSheets } from '../../../src/update/formats.ts'
import { missingIn } from '../../../src/update/missing.ts'
import { settingsIn } from '../../../src/update/settings.ts'

/** A table by harbour, year and kind; null is missing. */
interface Made {
  names: string[][]
  values: (number | null)[]
}

const ids = ['havn', 'år', 'slags']

const label = fc.stringMatching(/^[A-ZÆØÅa-zæøå][a-zæøå ]{0,8}[a-zæøå]$/)
const axis = fc.uniqueArray(label, {
  minLength: 1,
  maxLength: 4,
  selector: (text) => text.toLowerCase().replace(/\s+/g, ' '),
})
const table: fc.Arbitrary<Made> = fc.tuple(axis, axis, axis).chain((names) => {
  const count = names.reduce((all, { length }) => all * length, 1)
  const value = fc.oneof(
    fc.integer({ min: -9999, max: 999_999 }),
    fc.integer({ min: 1, max: 9999 }).map((each) => each / 10),
  )
  const values = fc.array(fc.option(value, { freq: 5 }), { minLength: count, maxLength: count })
  return fc.record({ names: fc.constant(names), values })
})

const quoted = (texts: (string | undefined)[]) => texts.map((text) => `"${text ?? ''}"`)
const at = ({ names: [, b, c], values }: Made, row: number, column: number, kind: number) =>
  values[(row * b!.length + column) * c!.length + kind]!

/** The same table in every form that banks give. */
const forms: Record<string, (made: Made) => [string, string | Uint8Array]> = {
  px: ({ names, values }) => [
    'x.px',
    Buffer.from(
      `CHARSET="ANSI";\nSTUB="havn","år";\nHEADING="slags";\n${names.map((each, index) => `VALUES("${ids[index]}")=${quoted(each).join(',\n')};\n`).join('')}DATA=\n${values.map((value) => value ?? '".."').join(' ')};\n`,
      'latin1',
    ),
  ],
  'px with keys': (made) => {
    const [a, b, c] = made.names as [string[], string[], string[]]
    const rows = a.flatMap((first, row) =>
      b.flatMap((second, column) => {
        const own = c.map((_, kind) => at(made, row, column, kind))
        return own.every((value) => value === null)
          ? []
          : [`"${first}","${second}",${own.map((value) => value ?? '".."').join(' ')}`]
      }),
    )
    return [
      'x.px',
      `STUB="havn","år";\nHEADING="slags";\nKEYS("havn")=VALUES;\nKEYS("år")=VALUES;\n${made.names.map((each, index) => `VALUES("${ids[index]}")=${quoted(each).join(',')};\n`).join('')}DATA=\n${rows.reverse().join('\n')};\n`,
    ]
  },
  'json-stat': ({ names, values }) => ['x.json', jsonStat(names, values)],
  'sparse json-stat': ({ names, values }) => [
    'x.json',
    jsonStat(names, Object.fromEntries([...values.entries()].filter(([, value]) => value !== null))),
  ],
  csv: (made) => {
    const [a, b, c] = made.names as [string[], string[], string[]]
    const rows = a.flatMap((first, row) =>
      c.map((third, kind) => [...quoted([first, third]), ...b.map((_, column) => at(made, row, column, kind) ?? '..')]),
    )
    return [
      'x.csv',
      [['"Title, with ; and a comma"'], [], quoted(['havn', 'slags', ...b]), ...rows, [], ['"Note; one"']]
        .map((row) => row.join(','))
        .join('\n'),
    ]
  },
  'csv, a row for each number': (made) => {
    const [a, b, c] = made.names as [string[], string[], string[]]
    const rows = a.flatMap((first, row) =>
      b.flatMap((second, column) =>
        c.map((third, kind) => [...quoted([first, second, third]), at(made, row, column, kind) ?? '".."']),
      ),
    )
    return ['x.csv', [quoted([...ids, 'tal']), ...rows].map((row) => row.join(';')).join('\r\n')]
  },
}

function jsonStat(names: string[][], value: unknown): string {
  return JSON.stringify({
    class: 'dataset',
    version: '2.0',
    id: ids,
    size: names.map(({ length }) => length),
    dimension: Object.fromEntries(
      ids.map((id, index) => [
        id,
        {
          category: {
            index: names[index]!.map((_, nth) => `c${nth}`),
            label: Object.fromEntries(names[index]!.map((text, nth) => [`c${nth}`, text])),
          },
        },
      ]),
    ),
    value,
  })
}

const read = (name: string, content: string | Uint8Array, yaml: string) =>
  readSheets({ bytes: Buffer.from(content as string), file: name, name: 'x', besides: [settingsIn(yaml, 'x.yaml')] })

describe('one table in every form', () => {
  test.each(Object.entries(forms))('%s', async (name, form) => {
    await fc.assert(
      fc.asyncProperty(table, fc.nat(), async (made, nth) => {
        const [a, b, c] = made.names as [string[], string[], string[]]
        const kind = nth % c.length
        const [file, content] = form(made)
        // what a CSV file has above its columns has no name
        const columns = name === 'csv' ? '' : 'columns: { from: år }\n'
        const [sheet] = await read(
          file,
          content,
          `rows: { from: havn }\n${columns}pick: { slags: ${JSON.stringify(c[kind])} }\n`,
        )
        const text = Buffer.from(content as string)
          .toString(name === 'px' ? 'latin1' : 'utf8')
          .split('\n')
        const [header, ...rows] = sheet!.rows
        const found = rows.map((row) =>
          row.slice(1).map((cell) => (missingIn(cell) === null ? Number(cell.text) : null)),
        )
        // rows that a file leaves out whole are not known of
        const wanted = a.map((_, row) => b.map((__, column) => at(made, row, column, kind)))
        expect([header!.slice(1).map((cell) => cell.text), rows.map((row) => row[0]!.text), found]).toEqual([
          b,
          a,
          wanted,
        ])
        for (const cell of rows.flat().filter((each) => each.text && !each.file)) {
          const written = text[cell.line - 1]!.slice(cell.column - 1).replace(/^"/, '')
          expect(written.startsWith(cell.text)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('whatever becomes of a file, it is read or told with its place', async () => {
  const made: Made = {
    names: [
      ['Nord', 'Syd'],
      ['a', 'b'],
      ['x', 'y'],
    ],
    values: [1, 2, null, 4, 5.5, 6, 7, 8],
  }
  const damage = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), with: fc.string({ maxLength: 4 }) })
  for (const form of Object.values(forms)) {
    const [file, content] = form(made)
    const whole = Buffer.from(content as string).toString('latin1')
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, length, with: other }) => {
        const start = at % whole.length
        const broken = Buffer.from(whole.slice(0, start) + other + whole.slice(start + length), 'latin1')
        try {
          await read(file, broken, 'rows: { from: havn }\npick: { slags: x }\n')
        } catch (error) {
          const problems = problemsOf(error)
          expect(problems.length, String((error as Error).stack)).toBeGreaterThan(0)
          for (const { details } of problems)
            expect(details).toMatchObject({ file: expect.any(String), line: expect.any(Number) })
        }
      }),
      { numRuns: 300 },
    )
  }
})
