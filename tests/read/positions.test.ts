import type { Nodes, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { readReport } from '../../src/read/read.ts'
import { extractedText as text } from '../support/extracted-report.ts'

const lines = text.split('\n')
const read = readReport(text, 'source/report.md', 'da')

/** Rules that change a text; the others only move it. */
const changing = new Set(['broken-word', 'margin-note'])
const changed = new Set(
  read.repairs
    .filter(({ rule }) => changing.has(rule))
    .flatMap(({ line, endLine }) => Array.from({ length: endLine - line + 1 }, (_, step) => line + step)),
)

describe('the positions of a report that came out of a PDF', () => {
  const texts = all(read.tree, 'text').filter((node) => node.value)

  test('every node has one, and its lines, columns and offsets agree', () => {
    const starts = [0]
    for (const line of lines) starts.push(starts.at(-1)! + line.length + 1)
    const wrong: string[] = []
    visit(read.tree, ({ type, position }) => {
      const points = position ? [position.start, position.end] : []
      const agree = points.every(({ line, column, offset }) => starts[line - 1]! + column - 1 === offset)
      if (!agree || !points.length || points[1]!.offset! < points[0]!.offset!) wrong.push(`${type} ${points[0]?.line}`)
    })
    expect(wrong).toEqual([])
  })

  test('the slice of a text node holds its value, letter by letter', () => {
    const untouched = texts.filter((node) => !linesOf(node).some((line) => changed.has(line)))
    expect(untouched.length).toBeGreaterThan(1900)
    const wrong = untouched.filter((node) => !slice(node).includes(node.value) && !isSpaceBetween(node))
    // where it does not: references to characters, escapes and the white space of line ends
    expect(wrong.filter((node) => letters(slice(node)) !== letters(node.value)).map(told)).toEqual([])
    expect(wrong.filter((node) => !/[&\\\n\t]| {2}/.test(slice(node))).map(told)).toEqual([])
  })

  test('the text of a repaired word still points at the line it stood on', () => {
    const words = read.repairs.filter(({ rule }) => rule === 'broken-word')
    expect(words.filter(({ line, before }) => !lines[line - 1]!.includes(before))).toEqual([])
  })

  test('every table cell is on its line', () => {
    const cells = all(read.tree, 'tableCell')
    expect(cells.length).toBeGreaterThan(500)
    for (const cell of cells) {
      for (const node of all(cell, 'text')) {
        expect(letters(lines[node.position!.start.line - 1]!)).toContain(letters(node.value))
        expect(node.position!.start.line).toBeGreaterThanOrEqual(cell.position!.start.line)
      }
    }
  })

  test('no line that holds text is without a node', () => {
    const held = new Set<number>()
    for (const node of read.tree.children) for (const line of linesOf(node)) held.add(line)
    expect(lines.flatMap((line, index) => (line.trim() && !held.has(index + 1) ? [index + 1] : []))).toEqual([])
  })
})

function all<Type extends Nodes['type']>(tree: Root | Nodes, type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Nodes[] = []
  visit(tree, type, (node) => void found.push(node as Nodes))
  return found as Extract<Nodes, { type: Type }>[]
}

function linesOf({ position }: Nodes): number[] {
  const { start, end } = position!
  return Array.from({ length: end.line - start.line + 1 }, (_, step) => start.line + step)
}

const slice = ({ position }: Text) => text.slice(position!.start.offset, position!.end.offset)
/** The space that joins two halves has a place and no length. */
const isSpaceBetween = (node: Text) => node.value === ' ' && slice(node) === ''
const told = (node: Text) => `${node.position!.start.line}: ${node.value.slice(0, 60)} | ${slice(node).slice(0, 60)}`

/** Only the letters and digits of a text: what is left when markup, spaces and punctuation do not count. */
function letters(written: string): string {
  return written
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&\w+;/g, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
