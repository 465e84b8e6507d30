import type { Document } from '../../document/document.ts'
import type { Theme } from '../theme.ts'

/** A document as plain Markdown. */
export function renderMarkdown(_document: Document, _theme: Theme): string {
  throw new Error('md')
}
