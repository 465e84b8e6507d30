import type { Document } from '../../document/document.ts'
import type { Drawings } from '../chart/draw.ts'
import type { Theme } from '../theme.ts'

/** What making a docx needs from outside. */
export interface DocxNeeds {
  /** A picture of an SVG, twice its size in pixels, as PNG. */
  picture(svg: string, width: number, height: number): Promise<Uint8Array>
  date: Date
}

/** A document as a Word file. */
export async function renderDocx(
  _document: Document,
  _theme: Theme,
  _drawings: Drawings,
  _needs: DocxNeeds,
): Promise<Uint8Array> {
  throw new Error('docx')
}
