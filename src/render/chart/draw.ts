import type { Root } from 'mdast'
import type { Chart } from '../../document/nodes.ts'
import type { Language } from '../../locale/locales.ts'
import type { Brand } from '../theme.ts'

/** A chart as a picture: standalone SVG, its size in CSS pixels, and what it shows in words. */
export interface Drawing {
  svg: string
  width: number
  height: number
  words: string
}

export type Drawings = ReadonlyMap<Chart, Drawing>

/** Draws all charts of a tree, each once for every format. */
export async function drawCharts(_tree: Root, _brand: Brand, _language: Language): Promise<Drawings> {
  return new Map()
}
