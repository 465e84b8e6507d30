import type { Paragraph, RootContent } from 'mdast'
import { spansOf } from '../origin/spans.ts'
import { slice, type Traced } from '../origin/traced.ts'
import { walk } from '../read/walk.ts'
import { cellText } from './cell-text.ts'
import { cellsByField } from './fields.ts'
import type { HeadingCards, ParagraphCards, Profile, TableCards } from './profile.ts'
import type { Card, Cell, Section, Table } from './report.ts'
import { everySection, findSection, titleOf } from './sections.ts'
import { escapeRegExp, fold, linesOf, names, plainText } from './text.ts'
import { tracedText } from './traced-text.ts'

/** The cards of a report: what its profile says of headings and paragraphs, and its boxes. */
export function findCards(sections: Section[], tables: Table[], profile: Profile): Card[] {
  const cards = Object.entries(profile.cards).flatMap(([type, card]) => {
    if (card.from === 'headings') return headingCards(type, card, sections)
    if (card.from === 'paragraphs') return paragraphCards(type, card, sections, tables, profile)
    return type === 'study' ? [] : tableCards(type, card, tables)
  })
  return [...cards, ...boxes(sections, tables)]
}

/** Each table that begins with the card's first cell; a study is more than that, see `studies.ts`. */
function tableCards(type: string, card: TableCards, tables: Table[]): Card[] {
  return tables
    .filter((table) => table.kind === 'form' && fold(table.rows[0]?.[0]?.text ?? '') === fold(card.firstCell))
    .map((table, index) => {
      const cells = cellsByField(table, card)
      const printed = (cell: Cell | undefined) =>
        cell ? [cell.text, ...(cell.items ?? [])].filter(Boolean).join('; ') : ''
      const fields = Object.keys(card.fields).map((field) => [field, printed(cells.get(field)) || null])
      const filled = [...cells].filter(([, cell]) => cell.text || cell.items)
      return {
        type,
        id: `${type}-${index + 1}`,
        title: printed(cells.get('title')) || table.caption || printed(table.rows[0]![1]),
        fields: Object.fromEntries(fields),
        lines: table.lines!,
        fieldSpans: Object.fromEntries(filled.map(([field, cell]) => [field, spansOf(cellText(cell).origin)])),
        section: table.section,
        body: [],
      }
    })
}

function headingCards(type: string, card: HeadingCards, sections: Section[]): Card[] {
  const home = findSection(sections, card.in)
  const pattern = headingPattern(card.heading)
  return [...everySection(home?.children ?? [])].flatMap((section) => {
    const match = pattern.exec(section.title)
    if (!match) return []
    const number = match.groups?.number ? Number(match.groups.number) : null
    const title = match.groups!.title!
    const lead = firstSentence(section.body)
    const heading = titleOf(section)
    return {
      type,
      id: `${type}-${number ?? section.line}`,
      title,
      fields: { number, title, lead: lead?.text ?? null },
      lines: [section.line, section.endLine],
      fieldSpans: {
        title: spansOf(
          slice(heading, heading.text.lastIndexOf(title), heading.text.lastIndexOf(title) + title.length).origin,
        ),
        ...(lead ? { lead: spansOf(lead.origin) } : {}),
      },
      section: section.id,
      body: section.body,
    } satisfies Card
  })
}

function headingPattern(written: string): RegExp {
  const source = escapeRegExp(written).replace('\\{number\\}', '(?<number>\\d+)').replace('\\{title\\}', '(?<title>.+)')
  return new RegExp(`^${source}$`, 'iu')
}

/** A paragraph of the section is a card of the entity it begins with, or of the last that one began with. */
function paragraphCards(
  type: string,
  card: ParagraphCards,
  sections: Section[],
  tables: Table[],
  profile: Profile,
): Card[] {
  const home = findSection(sections, card.in)
  const entities = profile.entities[card.about] ?? []
  const categories = tables.find((table) => table.id !== null && table.id === card.categories)
  const cards: Card[] = []
  let entity: string | undefined
  for (const block of home?.body ?? []) {
    if (block.type !== 'paragraph') continue
    const { text } = tracedText(block)
    entity = entities.find(({ name, aliases }) => opens(block, [name, ...(aliases ?? [])]))?.name ?? entity
    const name = entity && markedPhrase(block, entities)
    if (!entity || !name) continue
    const category = categories ? categoryOf(name.text, text, entity, categories) : null
    cards.push({
      type,
      id: `${type}-${cards.length + 1}`,
      title: name.text,
      fields: { entity, name: name.text, category },
      lines: linesOf(block),
      fieldSpans: { title: spansOf(name.origin), name: spansOf(name.origin) },
      section: home!.id,
      body: [block],
    })
  }
  return cards
}

/** Does a paragraph begin with a name, or with a few words and then the name set off in bold or italics? */
export function opens(block: Paragraph, aliases: string[]): boolean {
  const text = fold(plainText(block))
  if (aliases.some((alias) => text.startsWith(fold(alias)) && names(text.slice(0, alias.length + 1), alias)))
    return true
  const [before, marked] = block.children[0]?.type === 'text' ? block.children : [undefined, block.children[0]]
  if (before && plainText(before).length > 40) return false
  return (
    (marked?.type === 'strong' || marked?.type === 'emphasis') &&
    aliases.some((alias) => fold(alias) === fold(plainText(marked)))
  )
}

/** The first phrase in bold or italics that is not the name of an entity; bold goes first. */
function markedPhrase(block: Paragraph, entities: Profile['entities'][string]): Traced | null {
  const phrases: (Traced & { bold: boolean })[] = []
  walk(block, (node) => {
    if (node.type === 'strong' || node.type === 'emphasis')
      phrases.push({ ...tracedText(node), bold: node.type === 'strong' })
  })
  const own = phrases.filter(
    ({ text }) =>
      !entities.some(({ name, aliases }) => [name, ...(aliases ?? [])].some((alias) => fold(alias) === fold(text))),
  )
  return own.find(({ bold }) => bold) ?? own[0] ?? null
}

/** The first column of the row whose items name the entity and share most words with the card's name, then with its text. */
function categoryOf(name: string, text: string, entity: string, table: Table): string | null {
  const stems = (words: string) =>
    new Set((fold(words).match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 7)))
  const [inName, inText] = [stems(name), stems(text)]
  const scored = table.rows.flatMap(([label, cell]) =>
    (cell?.items ?? [])
      .filter((item) => names(item, entity))
      .map((item) => {
        const wanted = [...stems(item)].filter((stem) => !fold(entity).startsWith(stem))
        const share = (own: Set<string>) => wanted.filter((stem) => own.has(stem)).length / Math.max(1, wanted.length)
        return { category: label!.text, ofName: share(inName), ofText: share(inText) }
      }),
  )
  const likely = scored.filter(({ ofText }) => ofText >= 0.5)
  return likely.sort((a, b) => b.ofName - a.ofName || b.ofText - a.ofText)[0]?.category ?? null
}

function boxes(sections: Section[], tables: Table[]): Card[] {
  return tables
    .filter((table) => table.kind === 'box')
    .map((table) => ({
      type: 'box',
      id: fold(table.id ?? table.caption ?? '').replace(/\s+/g, '-'),
      title: table.caption ?? '',
      fields: { label: table.id, title: table.caption },
      ...(table.captionSpans ? { fieldSpans: { title: table.captionSpans } } : {}),
      lines: [table.captionLine ?? table.lines![0], table.lines?.[1] ?? table.captionLine!],
      section: table.section,
      body: [...everySection(sections)].find((section) => section.id === table.section)?.body ?? [],
    }))
}

/** Up to the first full stop that a capital follows. */
function firstSentence(body: RootContent[]): Traced | null {
  const first = body.find((block) => block.type === 'paragraph')
  if (!first) return null
  const written = tracedText(first)
  return slice(written, 0, /^.*?[.!?](?=\s+\p{Lu}|$)/su.exec(written.text)?.[0].length)
}
