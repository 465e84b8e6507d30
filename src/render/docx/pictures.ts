import type { Chart } from '../../document/nodes.ts'
import type { Drawings } from '../chart/draw.ts'
import { fontFaces } from '../theme/fonts.ts'
import type { Brand } from '../theme.ts'
import type { Picture } from './writing.ts'

/** Draws an SVG as PNG. */
type Draw = (svg: string, width: number, height: number) => Promise<Uint8Array>

/** The charts as Word takes them: SVG, and its likeness in the brand's typefaces. */
export async function picturesOf(drawings: Drawings, brand: Brand, draw: Draw): Promise<Map<Chart, Picture>> {
  const pictures = new Map<Chart, Picture>()
  for (const [chart, drawing] of drawings) {
    const { svg, width, height } = drawing
    const faces = `<style>${await fontFaces(brand, svg)}</style>`
    const png = await draw(
      svg.replace(/<svg[^>]*>/, (tag) => tag + faces),
      width,
      height,
    )
    pictures.set(chart, { ...drawing, svg: plain(svg), png })
  }
  return pictures
}

/** Without the traces of sources, and with typefaces that Word's machines have for where the brand's is missing: none is wider. */
function plain(svg: string): string {
  return svg
    .replace(/ data-source="[^"]*"/g, '')
    .replace(/(font-family="[^"]*), sans-serif"/g, '$1, Calibri, sans-serif"')
}
