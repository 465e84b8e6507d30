import type { Nodes } from 'mdast'
import { walk } from '../read/walk.ts'

/** What holds several paragraphs that are read as one text. */
export const holders = new Set<string>(['listItem', 'footnoteDefinition', 'blockquote'])

/** The plain text of a node: white space folded but in a number, footnote marks and comments left out, a line break a space. */
export function plainText(node: Nodes | Nodes[]): string {
  const parts: string[] = []
  for (const root of [node].flat()) {
    walk(root, (inner, index, parent) => {
      const isNext = index > 0 && parent !== null && holders.has(parent.type)
      if (inner.type === 'break' || inner.type === 'listItem' || isNext) parts.push(' ')
      if (inner.type === 'text' || inner.type === 'inlineCode' || inner.type === 'code') parts.push(inner.value)
      else if (inner.type === 'image') parts.push(inner.alt ?? '')
    })
  }
  return parts
    .join('')
    .replace(/\s+/g, (space, at: number, text: string) => (isInNumber(space, at, text) ? space : ' '))
    .trim()
}

/** A space that no line may be broken at, before three digits, divides thousands: it is part of the number. */
export function isInNumber(space: string, at: number, text: string): boolean {
  return (
    /^[\u00a0\u202f\u2009]$/.test(space) &&
    /\d/.test(text[at - 1] ?? '') &&
    /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
  )
}

/** The lines of a file; a line ending at its very end begins no other. */
export function writtenLines(text: string): string[] {
  return text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)
}

export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A text for comparison: case, white space, quotes and dashes do not count. */
export function fold(text: string): string {
  return foldSpace(text)
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .toLowerCase()
}

/** Does a text hold a name as whole words? */
export function names(text: string, name: string): boolean {
  return holdsName(fold(text), fold(name))
}

/** {@link names} for a text and a name that are folded. */
export function holdsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0 && name; at = text.indexOf(name, at + 1)) {
    if (
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 2))
    )
      return true
  }
  return false
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The first and last line of a node or of several. */
export function linesOf(nodes: Nodes | Nodes[]): [number, number] {
  const all = [nodes].flat()
  return [all[0]!.position!.start.line, all.at(-1)!.position!.end.line]
}
