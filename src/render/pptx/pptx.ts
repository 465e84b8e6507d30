import type { Document } from '../../document/document.ts'
import type { Theme } from '../theme.ts'

/** A deck as a PowerPoint file. */
export async function renderPptx(_document: Document, _theme: Theme, _date: Date): Promise<Uint8Array> {
  throw new Error('pptx')
}
