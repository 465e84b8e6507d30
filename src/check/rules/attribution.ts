import { cellTexts } from '../../model/cell-text.ts'
import type { Card, Report } from '../../model/report.ts'
import { fold, holdsName } from '../../model/text.ts'
import type { Point } from '../../origin/origin.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { nameOf } from '../tables/grid.ts'
import { placeIn } from '../text/passages.ts'
import { isSameNoun } from '../text/stem.ts'

export const attribution: Rule = {
  id: 'attribution',
  severity: 'warning',
  description: 'A list in a table credits one entity with what the text tells of another.',
  example: '"Night fishing (Northport)" in Table 2, and a paragraph that has Southport fish at night',
  run(report, context) {
    const items = itemsOf(report, context)
    return report.cards.flatMap((card) => misattributed(card, items, report, context))
  },
}

/** An item of a list in a cell that ends in entities: "Night fishing (Northport)". */
interface Item {
  text: string
  /** Without what stands in brackets. */
  what: string
  entities: string[]
  table: string
  place: Point
}

function itemsOf(report: Report, { topics }: Context): Item[] {
  return report.tables.flatMap((table) =>
    table.rows.flat().flatMap((cell) =>
      cellTexts(cell.items?.length ? { ...cell, text: '' } : cell).flatMap((traced) => {
        const item = traced.text
        const place = placeIn(traced, 0)
        const match = /^(.+)\s\(([^()]+)\)$/.exec(item)
        const entities = match ? topics.named(match[2]!).map(({ name }) => name) : []
        return match && entities.length ? [{ text: item, what: match[1]!, entities, table: nameOf(table), place }] : []
      }),
    ),
  )
}

/** The one item that has the words of a card, but names other entities; no item that has them names the card's. */
function misattributed(card: Card, items: Item[], report: Report, context: Context): Found[] {
  const { entity, name } = card.fields
  if (typeof entity !== 'string' || typeof name !== 'string') return []
  const about = items.filter(({ what }) => isAbout(what, name, context))
  if (!about.length || about.some(({ entities }) => entities.includes(entity))) return []
  const others = report.cards.filter((each) => each !== card && typeof each.fields.name === 'string')
  const claimed = (item: Item) =>
    others.some(
      (each) =>
        item.entities.includes(String(each.fields.entity)) && isAbout(item.what, String(each.fields.name), context),
    )
  return about
    .filter((item) => !claimed(item))
    .slice(0, 1)
    .map((item) => ({
      ...item.place,
      message: `"${item.text}" in ${item.table}; the text tells it of ${entity}`,
      related: [{ line: card.lines[0], message: `"${name}" (${entity})` }],
    }))
}

/** Does an item hold the words of a name, two or more of them, or one that is rare? */
function isAbout(item: string, name: string, { vocabulary }: Context): boolean {
  if (holdsName(fold(item), fold(name))) return true
  const [words, wanted] = [[...vocabulary.stems(item)], [...vocabulary.stems(name)]]
  return wanted.length > 1 && wanted.every((stem) => words.some((word) => isSameNoun(word, stem)))
}
