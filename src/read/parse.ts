import type { Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { parseInPieces } from './long-tables.ts'
import { tabTableFromMarkdown, tabTableSyntax } from './syntax/tab-table.ts'

/**
 * CommonMark and the parts of GFM, and tables written with TABs. Addresses written as they are become links in a step of
 * their own: looking for them while parsing costs a try at every word.
 */
const syntax: Options = {
  extensions: [gfmFootnote(), gfmStrikethrough({ singleTilde: false }), gfmTable(), gfmTaskListItem(), tabTableSyntax],
  mdastExtensions: [
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    tabTableFromMarkdown,
  ],
}

/** The tree of a text in Markdown, every node with its position. */
export function parseMarkdown(text: string): Root {
  return parseInPieces(text, (part) => fromMarkdown(part, syntax))
}
