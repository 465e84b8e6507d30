import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import { type Source, sourcesFrom } from '../../src/document/source.ts'
import type { Statement } from '../../src/editorial/editorial.ts'
import { keyOf } from '../../src/editorial/key.ts'
import { isNamed } from '../../src/model/entities.ts'
import type { Entity } from '../../src/model/report.ts'
import { tailorAll } from '../support/built.ts'
import { leavesOf } from '../support/leaves.ts'
import { cellsBehind } from '../support/sources.ts'

/**
 * Editions are made of one template, each for one municipality: it quotes that municipality's cells and what is said of it, and
 * nothing of the others but in tables and charts of all.
 */
const { prepared, documents } = await tailorAll('source')
const { report, editorial, corrector } = prepared.material
const all = documents.flatMap(({ edition, ...document }) => (edition ? [{ ...document, own: edition }] : []))
const editions = all.filter(({ document }) => document.kind === 'brief')
const decks = all.filter(({ document }) => document.kind === 'deck')
const pairs = editions.flatMap((one, at) =>
  editions.slice(at + 1).map((other) => ({ one, other, pair: `${one.own.name} and ${other.own.name}` })),
)
const othersThan = (own: Entity) => report.entities.filter((other) => other !== own && other.type === own.type)

test('there is an edition for each municipality', () => {
  expect(editions.map(({ own }) => own.name).sort()).toEqual(report.entities.map(({ name }) => name).sort())
})

describe.each(editions)('$name', ({ document, own }) => {
  const cells = cellsIn(document.tree)

  test('a cell that is quoted alone is about its own municipality', () => {
    const alone = cells.filter(({ beside }) => !beside)
    expect(alone.length).toBeGreaterThan(5)
    expect(foreignCells(document.tree, own)).toEqual([])
  })

  test('a cell in a table or chart is about the municipality that heads its row or column', () => {
    const headed = cells.filter(({ beside }) => beside)
    expect(new Set(headed.map(({ about }) => about)).size).toBe(report.entities.length)
    expect(headed.filter(({ about, beside }) => about !== beside)).toEqual([])
  })

  test('the eye is led to its own municipality', () => {
    const labels = highlightedIn(document.tree)
    expect(labels.length).toBeGreaterThan(2)
    expect(labels.filter((label) => named(label) !== own.name)).toEqual([])
  })

  test('what is said of its own municipality is in it, and what is said of another is not', () => {
    const asked = new Set(leavesOf(document.tree).flatMap(({ sources }) => sources.map(({ statement }) => statement)))
    const ofOwn = statementsOf(own).filter(({ id }) => asked.has(id))
    expect(ofOwn.length).toBeGreaterThan(8)
    expect(ofOwn.filter((statement) => !isShown(statement, document.tree)).map(keyOf)).toEqual([])
    expect(foreignStatements(document.tree, own).map(keyOf)).toEqual([])
  })
})

describe.each(decks)('the deck $name', ({ document, own }) => {
  test('quotes and says nothing of another municipality alone', () => {
    expect(cellsIn(document.tree).length).toBeGreaterThan(20)
    expect(foreignCells(document.tree, own)).toEqual([])
    expect(foreignStatements(document.tree, own).map(keyOf)).toEqual([])
  })
})

test.each(pairs)('$pair: one edition taken for the other is found', ({ one, other }) => {
  expect(foreignCells(one.document.tree, other.own).length).toBeGreaterThan(5)
  expect(foreignStatements(one.document.tree, other.own).length).toBeGreaterThan(8)
})

test.each(pairs)('$pair: the editions differ in each cell in which the municipalities differ', ({ one, other }) => {
  const [mine, yours] = [ownCells(one), ownCells(other)]
  const both = [...mine.keys()].filter((what) => yours.has(what))
  expect(both.length).toBeGreaterThan(10)
  const compared = both.map((what) => ({ what, mine: mine.get(what)!, yours: yours.get(what)! }))
  // a part of a cell, as its per cent, may be alike where the whole is not
  const whole = compared.filter(({ mine, yours }) => isWhole(mine) && isWhole(yours))
  const alike = (a: string, b: string) => plain(a) === plain(b)
  expect(whole.filter(({ mine, yours }) => !alike(mine.printed, yours.printed)).length).toBeGreaterThan(5)
  expect(
    whole.filter(({ mine, yours }) => alike(mine.text, yours.text) !== alike(mine.printed, yours.printed)),
  ).toEqual([])
  expect(compared.filter(({ mine }) => !isPart(mine))).toEqual([])
})

/** The cells that a tree quotes alone, and of another municipality than that. */
function foreignCells(tree: Root, own: Entity): Quoted[] {
  return cellsIn(tree).filter(({ about, beside }) => !beside && about !== own.name)
}

const statementsOf = ({ name }: Entity) => editorial.statements.filter(({ for: about }) => about === name)

/** What a tree says of another municipality than that, where it is not said of both in the same words. */
function foreignStatements(tree: Root, own: Entity): Statement[] {
  const ofOwn = new Set(statementsOf(own).map(({ text }) => plain(text)))
  const foreign = othersThan(own).flatMap(statementsOf)
  return foreign.filter((statement) => isShown(statement, tree) && !ofOwn.has(plain(statement.text)))
}

function isShown({ text }: Statement, tree: Root): boolean {
  const words = leavesOf(tree).map((leaf) => leaf.text)
  return plain(words.join('')).includes(plain(text))
}

/** A cell about one municipality, as a document quotes it. */
interface Quoted {
  about: string
  /** Its table, and the row or column that it shares with the cells about the others. */
  what: string
  text: string
  /** The whole cell as the report has it, its slips mended. */
  printed: string
  /** What heads its row or column in the document; null where it stands alone. */
  beside: string | null
}

/** The municipality that a label means. */
function named(label: string | undefined): string | null {
  return report.entities.find(({ name, aliases }) => label && isNamed(label, [name, ...aliases]))?.name ?? null
}

/** Every cell that a tree quotes of a row or column that names a municipality. */
function cellsIn(tree: Nodes): Quoted[] {
  return walk(tree, null)

  function walk(node: Nodes, beside: string | null): Quoted[] {
    if (node.type === 'table') {
      const [head, ...rows] = node.children
      return rows.flatMap(({ children: [first, ...rest] }) =>
        rest.flatMap((cell, at) => {
          const heading = head?.children[at + 1]
          return walk(cell, named(textOf(first)) ?? named(heading && textOf(heading)))
        }),
      )
    }
    const drawn =
      node.type === 'chart'
        ? node.series.flatMap(({ name, points }) =>
            points.flatMap((point, at) =>
              point ? quoted(sourcesFrom(point.origin), point.text, named(node.categories[at]) ?? named(name)) : [],
            ),
          )
        : []
    const isEmpty = node.type === 'tableCell' && node.children[0]?.type === 'missing'
    const own = quoted(sourcesFrom(node.data?.origin), isEmpty ? '' : textOf(node), beside)
    const inner = 'children' in node && !own.length ? (node.children as Nodes[]) : []
    return [...drawn, ...own, ...inner.flatMap((child) => walk(child, beside))]
  }
}

function quoted(sources: Source[], text: string, beside: string | null): Quoted[] {
  return sources.flatMap((source) => {
    const about = named(source.row) ?? named(source.column)
    if (!about) return []
    const along = named(source.row) ? source.column : source.row
    const cells = cellsBehind(source, report)!.filter((cell) => !named(cell.text))
    const printed = corrector.text(cells.flatMap(({ text, items = [] }) => [text, ...items]).join(' '), source.lines)
    return [{ about, what: [source.table, along].filter(Boolean).join(' / '), text, printed, beside }]
  })
}

/** The cells about an edition's own municipality, by what they are and how often that came before. */
function ownCells({ document, own }: (typeof editions)[number]): Map<string, Quoted> {
  const found = new Map<string, Quoted>()
  for (const cell of cellsIn(document.tree)) {
    if (cell.about !== own.name) continue
    const before = [...found.values()].filter(({ what }) => what === cell.what).length
    found.set(`${cell.what} (${before + 1})`, cell)
  }
  return found
}

const isWhole = ({ text, printed }: Quoted) => plain(text) === plain(printed)
const isPart = ({ text, printed }: Quoted) => plain(printed).includes(plain(text))

/** Letters and digits alone: quotation marks and dashes are set anew. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What is highlighted in the tables and charts of a tree: the heads of rows and columns, the names in charts. */
function highlightedIn(node: Nodes): string[] {
  if (node.type === 'chart') return node.highlight ? [node.highlight] : []
  if (node.type === 'table') {
    const { row, column } = node.data?.highlight ?? {}
    return [
      ...(row === undefined ? [] : [textOf(node.children[row + 1]!.children[0]!)]),
      ...(column === undefined ? [] : [textOf(node.children[0]!.children[column]!)]),
    ]
  }
  return 'children' in node ? (node.children as Nodes[]).flatMap(highlightedIn) : []
}
