import type { TopLevelSpec } from 'vega-lite'
import type { Layer } from './marks.ts'

/** A chart laid out: its marks, the size of the field they are in, and the room around it. */
export interface Plot {
  width: number
  height: number
  padding: { left: number; right: number; top: number; bottom: number }
  layers: Layer[]
}

export function specOf({ width, height, padding, layers }: Plot): TopLevelSpec {
  return {
    width,
    height,
    padding,
    autosize: 'none',
    layer: layers,
    config: { background: 'transparent', view: { stroke: null } },
  } as TopLevelSpec
}
