import { strToU8 } from 'fflate'
import { type About, coreProperties } from '../ooxml/core.ts'
import { type Parts, packed, rewrite, unpacked } from '../ooxml/package.ts'
import { chartXml } from './chart-xml.ts'
import type { NativeChart } from './native-chart.ts'

/** Charts in the order of the slides, numbered from 1, each as it is meant, with a workbook that is the same each time. */
export function finishCharts(parts: Parts, charts: NativeChart[], about: About): void {
  const written = [...parts.keys()].flatMap((path) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? [])
  const numbers = new Map(
    written
      .map(Number)
      .sort((a, b) => a - b)
      .map((number, at) => [String(number), at + 1]),
  )
  const renamed = (text: string) =>
    text.replace(/(\/chart|Worksheet)(\d+)(\.xml|\.xlsx)/g, (whole, kind: string, number: string, end: string) =>
      numbers.has(number) ? `${kind}${numbers.get(number)}${end}` : whole,
    )
  for (const [path, part] of [...parts]) {
    if (!/^ppt\/(?:charts|embeddings)\/./.test(path)) continue
    parts.delete(path)
    const number = /Worksheet(\d+)\.xlsx$/.exec(path)?.[1]
    const chart = number === undefined ? undefined : charts[numbers.get(number)! - 1]
    parts.set(renamed(path), chart ? workbook(part, chart, about) : part)
  }
  for (const path of parts.keys()) if (/\.rels$|^\[Content_Types\]/.test(path)) rewrite(parts, path, renamed)
  charts.forEach((chart, at) => {
    parts.set(`ppt/charts/chart${at + 1}.xml`, strToU8(chartXml(chart, about.language)))
  })
}

/** A workbook with every number of its chart, nought too, and no cell for what there is no number for. */
function workbook(written: Uint8Array, { series }: NativeChart, about: About): Uint8Array {
  const parts = unpacked(written)
  parts.set('docProps/core.xml', strToU8(coreProperties(about)))
  rewrite(parts, 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(/<c r="([B-Z])(\d+)"><v>[^<]*<\/v><\/c>/g, (_, column: string, row: string) => {
      const value = series[column.charCodeAt(0) - 66]?.values[Number(row) - 2] ?? null
      return value === null ? '' : `<c r="${column}${row}"><v>${value}</v></c>`
    }),
  )
  return packed(parts)
}
