import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { type BuildFolders, prepareBuild } from '../../src/build/run.ts'
import type { Source } from '../../src/document/source.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'

/**
 * The facts of the documents agree with the report: every number stands in the lines that its passage rests on. What has no
 * source is framing: its numbers are written in the template, and stand in the report as well.
 */
const root = resolve('.')
const folders: BuildFolders = {
  source: { path: resolve(root, 'source'), shown: 'source', name: 'source' },
  templates: { folders: [{ path: resolve(root, 'templates'), shown: 'templates', name: 'templates' }] },
}

/** "7.554", "6,8", "2019", each once. */
const numbersIn = (text: string) => new Set(text.match(/\d+(?:[.,]\d+)*/g))

const lines = readFileSync('source/report.md', 'utf8').split('\n')
const everywhere = numbersIn(lines.join('\n'))
const linesOf = ({ lines: [first, last] }: Source) => lines.slice(first - 1, last).join('\n')

interface Leaf {
  text: string
  sources: Source[]
}

/** The texts of a tree with what they rest on; source lines and notes, which name sections and lines, left out. */
function leavesOf(node: Nodes, inherited: Source[] = []): Leaf[] {
  if (['sourceLine', 'sourceNotes', 'sourceMark'].includes(node.type)) return []
  const sources = node.data?.sources ?? inherited
  const parts = ['children', 'title', 'caption', 'by'].flatMap((part) => {
    const inner = (node as unknown as Record<string, unknown>)[part]
    return Array.isArray(inner) ? (inner as Nodes[]).flatMap((child) => leavesOf(child, sources)) : []
  })
  const labels = ['value', 'label', 'subtitle', 'number'].flatMap((part) => {
    const text = (node as unknown as Record<string, unknown>)[part]
    return typeof text === 'string' ? [{ text, sources: part === 'value' ? sources : [] }] : []
  })
  return [...labels, ...parts]
}

const { documents, material } = await prepareBuild(folders, {})

describe.each(
  documents.map((planned) => ({
    ...planned,
    name: [planned.audience.id, planned.edition?.name].filter(Boolean).join('/'),
  })),
)('$name', ({ audience, document: wanted, edition }) => {
  test('every number stands in the lines it rests on, or in the framing and the report', async () => {
    const { document, files } = await tailorDocument(audience, wanted, edition, material, folders.templates)
    const framing = numbersIn(files.map(({ path }) => readFileSync(path, 'utf8')).join('\n'))
    const recommendations = material.report.cards.flatMap(({ fields }) => String(fields.number ?? ''))
    const leaves = leavesOf(document.tree)
    const wrong = leaves.flatMap(({ text, sources }) => {
      const allowed = sources.length ? numbersIn(sources.map(linesOf).join('\n')) : framing
      const known = (number: string) =>
        sources.length
          ? allowed.has(number)
          : recommendations.includes(text) || (allowed.has(number) && everywhere.has(number))
      return [...numbersIn(text)].filter((number) => !known(number)).map((number) => ({ number, text }))
    })
    expect(wrong).toEqual([])
    expect(leaves.filter(({ text, sources }) => sources.length && numbersIn(text).size).length).toBeGreaterThan(5)
  })
})
