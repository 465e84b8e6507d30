import type { Root } from 'mdast'
import { VFile } from 'vfile'
import './nodes.ts'
import { type Language, locales } from '../locale/locales.ts'
import { frontMatter } from './front-matter.ts'
import { freeOfPlaceholders, literally, overloaded, putBack, type Range } from './literal.ts'
import { parseMarkdown } from './parse.ts'
import { placeTexts } from './place-texts.ts'
import { refuseDepth, refuseNesting, refuseSize } from './refuse.ts'
import { bareLinks } from './repair/bare-links.ts'
import { brokenWords } from './repair/broken-words.ts'
import { captionLines } from './repair/caption-lines.ts'
import { captionParts } from './repair/caption-parts.ts'
import { containers } from './repair/containers.ts'
import { cutParagraphs } from './repair/cut-paragraphs.ts'
import { cutTables } from './repair/cut-tables.ts'
import { definitionLists } from './repair/definition-lists.ts'
import { fallenRows } from './repair/fallen-rows.ts'
import { footnotes } from './repair/footnotes.ts'
import { htmlBlocks } from './repair/html-blocks.ts'
import { inlineFootnotes } from './repair/inline-footnotes.ts'
import { inlineHtml } from './repair/inline-html.ts'
import { invisible } from './repair/invisible.ts'
import { marginNotes } from './repair/margin-notes.ts'
import { namedLinks } from './repair/named-links.ts'
import { raised } from './repair/raised.ts'
import { textBelowTables } from './repair/text-below-tables.ts'
import { logTo, type Repair, repairsOf, type Step, type Warning, warningsOf, warnTo } from './step.ts'
import { unclosed } from './unclosed.ts'

/** What changes the tree, in this order. */
export const steps: Step[] = [
  htmlBlocks, // first, with the inline HTML: the others look for what they make
  inlineHtml,
  invisible, // before anything compares texts
  textBelowTables, // a caption with attributes may be among it
  containers, // before blocks are looked at side by side
  namedLinks,
  bareLinks,
  inlineFootnotes,
  footnotes, // before what may stand around them
  raised, // what is written so is no mark
  captionLines,
  captionParts,
  definitionLists,
  cutTables,
  fallenRows,
  marginNotes, // before paragraphs are joined across them
  cutParagraphs,
  brokenWords, // last, since it counts the words of the whole text
]

export interface ReadReport {
  /** The name of the file in messages. */
  path: string
  text: string
  /** Every node with its position in the file; front matter is its first. */
  tree: Root
  /** The keys of the front matter; none where there is none. */
  frontMatter: Record<string, unknown>
  repairs: Repair[]
  warnings: Warning[]
}

/**
 * The tree of a report.
 *
 * @param text the file's content
 * @param path its name in messages
 * @param language the language it is written in
 * @throws {Problem} when there is nothing to read, or more than can be read (see `limits`)
 */
export function readReport(text: string, path: string, language: Language = 'en'): ReadReport {
  refuseSize(text, path)
  refuseNesting(text, path)
  const file = new VFile({ value: text, path })
  const { tree, values } = parse(text, file)
  refuseDepth(tree, path)
  for (const step of steps)
    step.run(tree, logTo(file, step.rule), { text, locale: locales[language], warn: warnTo(file, step.rule) })
  const repairs = repairsOf(file)
  placeTexts(tree, text, repairs)
  return { path, text, tree, frontMatter: values, repairs, warnings: warningsOf(file) }
}

/** Most openings without end that are looked for, one after the other. */
const rounds = 5

/** Parses a text without its front matter, and again where something that is never closed would hide the rest. */
function parse(written: string, file: VFile): { tree: Root; values: Record<string, unknown> } {
  const text = freeOfPlaceholders(written)
  const front = frontMatter(text, (message) => warnTo(file, 'front-matter')({ line: 1, column: 1 }, message))
  const literal = overloaded(text)
  for (const { line } of literal)
    warnTo(file, 'literal')({ line, column: 1 }, 'so many marks of Markdown in one block: they are read as characters')
  let readable = literally(
    front ? blanked(text, front.range) : text,
    literal.map(({ range }) => range),
  )
  let tree = parseMarkdown(readable)
  for (let round = 0; round < rounds; round++) {
    const open = unclosed(tree, readable)
    if (!open) break
    warnTo(file, 'unclosed')(open.node.position!, `this ${open.what} is never closed: what follows is read as text`)
    readable = literally(readable, open.openers)
    tree = parseMarkdown(readable)
  }
  if (readable !== text) putBack(tree)
  if (front) tree.children.unshift(front.node)
  return { tree, values: front?.values ?? {} }
}

function blanked(text: string, [start, end]: Range): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
}
