import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Document } from '../../document/document.ts'
import { locales } from '../../locale/locales.ts'
import type { Theme } from '../theme.ts'
import { lower } from './lower.ts'

/** A document as plain Markdown, to be pasted where text is published: GitHub's tables and footnotes, nothing else beyond the standard. */
export function renderMarkdown(document: Document, theme: Theme): string {
  const { words, colon } = locales[document.language]
  return toMarkdown(lower(document.tree, { words, colon, theme }), {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: true,
    extensions: [gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
  })
}
