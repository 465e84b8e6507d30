import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import './nodes.ts'
import { Problem } from '../input/problem.ts'
import { refuseDepth } from './depth.ts'
import { brokenWords } from './repair/broken-words.ts'
import { cutParagraphs } from './repair/cut-paragraphs.ts'
import { cutTables } from './repair/cut-tables.ts'
import { fallenRows } from './repair/fallen-rows.ts'
import { footnotes } from './repair/footnotes.ts'
import { inlineHtml } from './repair/inline-html.ts'
import { marginNotes } from './repair/margin-notes.ts'
import { logTo, type Repair, repairsOf, type Step } from './step.ts'
import { tabTable } from './syntax/tab-table.ts'

/** What changes the tree, in this order. */
export const steps: Step[] = [
  inlineHtml, // first, since the others look for what it makes
  footnotes, // before what may stand around them
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
  /** Every node with its position in the file. */
  tree: Root
  repairs: Repair[]
}

/**
 * The tree of a report.
 *
 * @param text the file's content
 * @param path its name in messages
 * @throws {Problem} when there is nothing to read, or it is nested too deeply to be walked
 */
export function readReport(text: string, path: string): ReadReport {
  if (!text.trim()) {
    throw new Problem('is empty', { file: path, line: 1, column: 1, expected: 'a report in Markdown' })
  }
  const file = new VFile({ value: text, path })
  const tree = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(tabTable).parse(file)
  refuseDepth(tree, path)
  for (const step of steps) step.run(tree, logTo(file, step.rule))
  return { path, text, tree, repairs: repairsOf(file) }
}
