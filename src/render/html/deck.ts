import type { Document } from '../../document/document.ts'
import type { Drawings } from '../chart/draw.ts'
import type { Theme } from '../theme.ts'
import type { Layout } from './layout.ts'

/** A deck as one self-contained HTML file: to be shown with keys or touch, printed a page a slide, and whole without its script. */
export async function renderDeck(
  _document: Document,
  _theme: Theme,
  _layout: Layout,
  _drawings: Drawings,
): Promise<string> {
  throw new Error('deck')
}
