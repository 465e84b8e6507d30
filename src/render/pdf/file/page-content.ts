import { PDFArray, type PDFDict, type PDFPage, PDFStream } from '@cantoo/pdf-lib'
import { operationsOf } from './content.ts'
import type { Font } from './fonts.ts'
import type { Box } from './geometry.ts'
import { bytesOf, valueAt } from './objects.ts'
import { Painter } from './painter.ts'

/** What a piece of content belongs to: the structure, by its marked-content identifier; the artifacts; or nothing. */
export type Belongs = number | 'artifact' | undefined

/** Red, green and blue, 0 to 1; undefined for a pattern. */
export type Colour = readonly [number, number, number] | undefined

/** Something that a page shows. */
export interface Painted {
  kind: 'text' | 'area' | 'line' | 'picture'
  box: Box
  /** Whether an area fills its box: that of a rectangle, its corners square or round. */
  solid: boolean
  belongs: Belongs
  colour: Colour
  /** 0 to 1. */
  opacity: number
  text: string
  /** Codes that the font gives no text for. */
  unmapped: number
  font: Font | undefined
  /** Of letters, in points. */
  size: number
}

/** A sequence of marked content (ISO 32000-1, 14.6). */
export interface Marked {
  /** "Span", "Artifact"… */
  tag: string
  mcid: number | undefined
  /** The sequence that it stands in. */
  within: Marked | undefined
}

/** What a page shows, in the order it is painted. */
export interface PageContent {
  bytes: Uint8Array
  painted: Painted[]
  marked: Marked[]
  /** How often marked content begins or ends where it may not. */
  misnested: number
}

/** The bytes of a page's content streams, as one. */
export function contentBytes(page: PDFPage): Uint8Array {
  const contents = valueAt(page.node, 'Contents')
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => valueAt(contents, at)) : [contents]
  const parts = streams.flatMap((stream) => (stream instanceof PDFStream ? [bytesOf(stream), Buffer.from('\n')] : []))
  return Buffer.concat(parts)
}

/** Reads a page; what forms show is read with it. */
export function contentOf(page: PDFPage, fontOf: (dictionary: PDFDict) => Font): PageContent {
  const bytes = contentBytes(page)
  const { x, y, width, height } = page.getMediaBox()
  const painter = new Painter(fontOf, [x, y, x + width, y + height])
  painter.run(operationsOf(bytes), page.node.Resources())
  const { marked, misnested } = painter.marks
  return { bytes, painted: painter.painted, marked, misnested }
}
