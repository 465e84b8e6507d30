import { Packer, Document as WordDocument } from 'docx'
import type { RootContent } from 'mdast'
import type { Document } from '../../document/document.ts'
import { locales } from '../../locale/locales.ts'
import type { Drawings } from '../chart/draw.ts'
import { textWidth as letterWidth } from '../glyph-widths.ts'
import type { Theme } from '../theme.ts'
import { blocks } from './blocks.ts'
import { anchorsOf, contents } from './contents.ts'
import { finish } from './finish.ts'
import { facesOf } from './fonts.ts'
import { wordLevels } from './headings.ts'
import { Lists } from './lists.ts'
import { logoPicture } from './logo.ts'
import { Notes } from './notes.ts'
import { section, textWidth, turns } from './page.ts'
import { picturesOf } from './pictures.ts'
import { styles } from './styles.ts'
import type { Block, Writing } from './writing.ts'

/** What making a docx needs from outside. */
export interface DocxNeeds {
  /** A picture of an SVG, twice its size in pixels, as PNG. */
  picture(svg: string, width: number, height: number): Promise<Uint8Array>
  date: Date
}

/** A document as a Word file that one can go on writing in: real headings, styles, lists, tables and footnotes. */
export async function renderDocx(
  document: Document,
  theme: Theme,
  drawings: Drawings,
  needs: DocxNeeds,
): Promise<Uint8Array> {
  const { brand } = theme
  const locale = locales[document.language]
  const { tag, words, colon } = locale
  const levels = wordLevels(document.tree)
  const writing: Writing = {
    theme,
    brand,
    locale,
    words,
    colon,
    measure: await letterWidth(brand.fonts.body.family, heaviest(brand.fonts.body.weights)),
    levels,
    anchors: anchorsOf(levels),
    pictures: await picturesOf(drawings, brand, needs.picture),
    notes: new Notes(document.tree),
    lists: new Lists(brand.colours.accent.slice(1)),
    blocks: (nodes, place, opening) => blocks(nodes, place, writing, opening),
  }
  const logo = await logoPicture(theme.logo, needs.picture)
  const sections = turns(document.tree.children).map(({ landscape, nodes }, part) => {
    const width = textWidth(landscape)
    const content = part ? blocks(nodes, { width, indent: 0 }, writing) : withContents(nodes, width, writing)
    return section(content, landscape, document, writing, part ? null : logo)
  })
  const word = new WordDocument({
    styles: styles(brand, tag),
    footnotes: writing.notes.footnotes(),
    numbering: writing.lists.numbering(),
    sections,
  })
  const about = { title: document.title, creator: document.publisher ?? brand.name, language: tag, date: needs.date }
  return finish(await Packer.toBuffer(word), about, await facesOf(brand))
}

/** The weight that letters are measured in: wider than they are, if anything. */
const heaviest = (weights: number[]) => Math.max(...weights)

/** The blocks of a part, with the table of contents after the title and the lead. */
function withContents(nodes: RootContent[], width: number, { anchors, words, blocks }: Writing): Block[] {
  const place = { width, indent: 0 }
  const at = nodes.findIndex((node) => node.type !== 'lead' && !(node.type === 'heading' && node.depth === 1))
  return anchors.size
    ? [...blocks(nodes.slice(0, at), place), contents(anchors, words.contents), ...blocks(nodes.slice(at), place)]
    : blocks(nodes, place)
}
