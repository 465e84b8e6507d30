import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatProblem, problemsOf } from '../../src/input/problem.ts'
import { parseYaml, readYaml } from '../../src/input/yaml.ts'

const ship = z.strictObject({ name: z.string(), sails: z.number().default(0) })
const cargo = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sand'), tons: z.number() }),
  z.strictObject({ kind: z.literal('mail'), letters: z.number() }),
])
const schema = z.strictObject({
  harbour: z.string(),
  coast: z.enum(['north', 'south', 'west']).optional(),
  ships: z.record(z.string(), z.array(ship)).optional(),
  cargo: z.record(z.string(), cargo).default({}),
})

test('what fits is given with its defaults, and where each key stands', () => {
  const { value, at } = parseYaml('harbour: Skagen\nships:\n  old:\n    - { name: Alma }\n', schema, 'h.yaml')
  expect(value).toEqual({ harbour: 'Skagen', ships: { old: [{ name: 'Alma', sails: 0 }] }, cargo: {} })
  expect(at(['ships', 'old', 0, 'name'])).toEqual({ file: 'h.yaml', line: 4, column: 9 })
  expect(at(['ships', 'old', 0, 'sails'])).toEqual({ file: 'h.yaml', line: 4, column: 7 })
  expect(at(['nothing'])).toEqual({ file: 'h.yaml', line: 1, column: 1 })
})

describe('what does not fit is told with its place', () => {
  test.each([
    [
      'a syntax error',
      'harbour: "Skagen\n',
      'h.yaml:2:1 is not valid YAML|found Missing closing "quote|expected YAML 1.2',
    ],
    [
      'a key twice',
      'harbour: a\nharbour: b\n',
      'h.yaml:2:1 is not valid YAML|found Map keys must be unique|expected YAML 1.2',
    ],
    [
      'an unknown key',
      'harbour: a\ncoats: north\n',
      'h.yaml:2:1 unknown key "coats"|found coats|expected harbour, coast, ships, cargo|nearest coast',
    ],
    [
      'an unknown key at depth',
      'harbour: a\nships:\n  old:\n    - name: Alma\n      sials: 3\n',
      'h.yaml:5:7 unknown key "sials"|found sials|expected name, sails|nearest sails',
    ],
    [
      'an unknown key of one kind among several',
      'harbour: a\ncargo:\n  x: { kind: sand, tons: 1, tins: 1 }\n',
      'h.yaml:3:29 unknown key "tins"|found tins|expected kind, tons|nearest tons',
    ],
    [
      'a wrong word',
      'harbour: a\ncoast: sout\n',
      'h.yaml:2:1 has a wrong value|found "sout"|expected one of: north, south, west|nearest south',
    ],
    [
      'a wrong kind',
      'harbour: a\ncargo: { x: { kind: sandy } }\n',
      'h.yaml:2:15 has a wrong value|found "sandy"|expected one of: sand, mail|nearest sand',
    ],
    ['a wrong type', 'harbour: 5\n', 'h.yaml:1:1 has a wrong value|found 5|expected string'],
    ['a missing key', 'coast: north\n', 'h.yaml:1:1 "harbour" is missing|expected string'],
    [
      'a missing key at depth',
      'harbour: a\nships:\n  old:\n    - sails: 3\n',
      'h.yaml:4:7 "name" is missing|expected string',
    ],
    ['nothing', '', 'h.yaml:1:1 has a wrong value|found null|expected object'],
    ['a list', '- a\n', 'h.yaml:1:1 has a wrong value|found ["a"]|expected object'],
    ['an alias of nothing', 'harbour: *x\n', 'h.yaml:1:10 no "&x" stands before it|found *x'],
    [
      'Windows line ends',
      'harbour: a\r\ncoats: b\r\n',
      'h.yaml:2:1 unknown key "coats"|found coats|expected harbour, coast, ships, cargo|nearest coast',
    ],
  ])('%s', (_, text, shown) => {
    expect(told(text)).toEqual([shown])
  })

  test('every problem at once', () => {
    expect(told('coast: east\nharbor: a\n').map((shown) => shown.split('|')[0])).toEqual([
      'h.yaml:1:1 "harbour" is missing',
      'h.yaml:1:1 has a wrong value',
      'h.yaml:2:1 unknown key "harbor"',
    ])
  })

  test('aliases that multiply are not expanded', () => {
    const letters = ['a', 'b', 'c', 'd', 'e', 'f']
    const lines = letters.map(
      (letter, at) => `${letter}: &${letter} [${Array(9).fill(at ? `*${letters[at - 1]}` : 'x')}]`,
    )
    expect(told(lines.join('\n'))).toEqual([
      'h.yaml:2:8 expands to too much|found Excessive alias count indicates a resource exhaustion attack|expected at most 100 aliases',
    ])
  })

  test('an alias of what holds it', () => {
    expect(told('harbour: a\nships: &s\n  old: [*s]\n')).not.toEqual([])
  })

  test('nesting without end', () => {
    expect(told(`harbour: ${'['.repeat(5000)}`)).not.toEqual([])
  })
})

test('a file is read by its name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'prisme-yaml-'))
  const path = join(folder, 'h.yaml')
  await writeFile(path, '\uFEFFharbour: Skagen\n')
  expect((await readYaml(path, schema)).value.harbour).toBe('Skagen')
  await writeFile(path, Buffer.from([0x68, 0xf8, 0x0a]))
  await expect(readYaml(path, schema, 'h.yaml')).rejects.toMatchObject({
    details: { file: 'h.yaml', line: 1, column: 2 },
  })
  await rm(folder, { recursive: true })
})

/** The problems of a text, each as one line. */
function told(text: string): string[] {
  try {
    parseYaml(text, schema, 'h.yaml')
    return []
  } catch (error) {
    const problems = problemsOf(error)
    if (!problems.length) throw error
    return problems.map((problem) => formatProblem(problem).replace(/\n {2}(\w+) +/g, '|$1 '))
  }
}
