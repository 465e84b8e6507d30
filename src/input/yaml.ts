import { type Alias, type Document, isMap, isNode, isPair, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { nearest } from './nearest.ts'
import { noSuch } from './no-such.ts'
import { Problem, type ProblemDetails, Problems } from './problem.ts'
import { readText } from './read-text.ts'

export interface YamlFile<T> {
  value: T
  /** Where a key path stands, for later messages about its meaning. */
  at(path: readonly PropertyKey[]): { file: string; line: number; column: number }
}

/**
 * A YAML file checked against a schema.
 *
 * @throws {Problems} every syntax error, unknown key and wrong value, each at its line and column
 */
export async function readYaml<T>(path: string, schema: z.ZodType<T>, shown = path): Promise<YamlFile<T>> {
  return parseYaml(await readText(path, shown), schema, shown)
}

/** {@link readYaml} for a text in hand. */
export function parseYaml<T>(text: string, schema: z.ZodType<T>, shown: string): YamlFile<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file: shown, line, column: col }
  }
  if (document.errors.length) {
    throw new Problems(
      document.errors.map(
        (error) =>
          new Problem('is not valid YAML', { ...placeOf(error.pos[0]), found: error.message, expected: 'YAML 1.2' }),
      ),
    )
  }
  const at = (path: readonly PropertyKey[]) => placeOf(offsetOf(document, path))
  const raw = toValue(document, (alias) => placeOf(alias.range?.[0] ?? 0))
  const result = schema.safeParse(raw)
  if (result.success) return { value: result.data, at }
  throw new Problems(result.error.issues.flatMap((issue) => problemsOf(issue, raw, schema, at)))
}

const mostAliases = 100

/** The plain value of a document; what an alias names must be there, and may not multiply without end. */
function toValue(document: Document.Parsed, placeOf: (alias: Alias) => ProblemDetails): unknown {
  const aliases: Alias[] = []
  visit(document, { Alias: (_, alias) => void aliases.push(alias) })
  const lost = aliases.find((alias) => !alias.resolve(document))
  if (lost) throw new Problem(`no "&${lost.source}" stands before it`, { ...placeOf(lost), found: `*${lost.source}` })
  try {
    return document.toJS({ maxAliasCount: mostAliases })
  } catch (error) {
    const place = aliases[0] ? placeOf(aliases[0]) : {}
    throw new Problem('expands to too much', {
      ...place,
      found: (error as Error).message,
      expected: `at most ${mostAliases} aliases`,
    })
  }
}

type At = YamlFile<unknown>['at']

function problemsOf(issue: z.core.$ZodIssue, raw: unknown, schema: z.ZodType, at: At): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, issue.path, raw)
    return issue.keys.map((key) => unknownKey(key, allowed, at([...issue.path, key])))
  }
  const found = valueAt(raw, issue.path)
  const missing = found === undefined
  const key = issue.path.at(-1)
  return [
    new Problem(missing && key !== undefined ? `"${String(key)}" is missing` : 'has a wrong value', {
      ...at(missing ? issue.path.slice(0, -1) : issue.path),
      found: missing ? undefined : JSON.stringify(found)?.slice(0, 80),
      expected: expectation(issue),
      nearest: missing ? undefined : nearest(String(found), choices(issue)),
    }),
  ]
}

/** The problem of a key that a file may not hold. */
export function unknownKey(key: string, allowed: string[], place: ProblemDetails): Problem {
  return noSuch(`unknown key "${key}"`, key, allowed, place)
}

function expectation(issue: z.core.$ZodIssue): string {
  const values = choices(issue)
  if (values.length) return `one of: ${values.join(', ')}`
  if (issue.code === 'invalid_type') return issue.expected
  return issue.message
}

/** The values that one key of a schema may have, where they are few. */
function choices(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String)
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []).map(String) : []
}

/** The node of a path, or the deepest node above it that exists; for a pair, the place of its key. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && String((item.key as { value?: unknown })?.value) === String(step),
      )
      if (!pair) return offset
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else {
      node = (node as { get?: (key: unknown, keep: boolean) => unknown } | null)?.get?.(step, true)
      if (!isNode(node)) return offset
      offset = node.range?.[0] ?? offset
    }
  }
  return offset
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step], value)
}

/** The keys an object schema allows at a path, found by walking the schema itself. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[], raw: unknown): string[] {
  let inner = plain(schema)
  let value = raw
  for (const step of path) {
    const { def } = inner._zod as {
      def: { type: string; element?: z.ZodType; valueType?: z.ZodType; shape?: Record<string, z.ZodType> }
    }
    const next = def.shape?.[String(step)] ?? def.element ?? def.valueType
    if (!next) return []
    value = valueAt(value, [step])
    inner = meant(plain(next), value)
  }
  return Object.keys((inner._zod.def as { shape?: object }).shape ?? {})
}

/** The one schema that a value means by the key which tells the schemas of a union apart. */
function meant(schema: z.ZodType, value: unknown): z.ZodType {
  const { discriminator, options = [] } = schema._zod.def as { discriminator?: string; options?: z.ZodType[] }
  if (discriminator === undefined) return schema
  const key = (option: z.ZodType) => (option._zod.def as { shape?: Record<string, z.ZodType> }).shape?.[discriminator]
  return options.find((option) => key(option)?.safeParse(valueAt(value, [discriminator])).success) ?? schema
}

/** A schema without the wrappers that say optional, default and the like. */
function plain(schema: z.ZodType): z.ZodType {
  const def = schema._zod.def as { innerType?: z.ZodType; in?: z.ZodType }
  const wrapped = def.innerType ?? def.in
  return wrapped ? plain(wrapped) : schema
}
