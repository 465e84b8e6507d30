import type { JsonFile, JsonNode } from '../input/json.ts'
import { Problem } from '../input/problem.ts'

/** What an object has under a key; undefined for what has none, or is no object. */
export function member(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return node?.kind === 'object' ? node.entries.get(key)?.value : undefined
}

/** A text or number as text; null for anything else. */
export function textOf(node: JsonNode | undefined): string | null {
  if (node?.kind !== 'plain' || node.value === null || typeof node.value === 'boolean') return null
  return String(node.value)
}

/** @throws {Problem} for what is no list */
export function itemsOf(node: JsonNode, file: JsonFile): JsonNode[] {
  if (node.kind === 'array') return node.items
  throw wrongKind(node, 'a list', file)
}

/** @throws {Problem} for what is no whole number from 0 */
export function numberOf(node: JsonNode, file: JsonFile): number {
  if (node.kind === 'plain' && typeof node.value === 'number' && Number.isInteger(node.value) && node.value >= 0)
    return node.value
  throw wrongKind(node, 'a whole number', file)
}

/** The problem of a value of another kind than stands in its place. */
export function wrongKind(node: JsonNode, expected: string, file: JsonFile): Problem {
  const found = node.kind === 'plain' ? node.raw.slice(0, 40) : node.kind === 'array' ? 'a list' : 'an object'
  return new Problem('has a value of another kind', { ...file.place(node.at), found, expected })
}
