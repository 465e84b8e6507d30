import type { Printer } from '../render/pdf/printer.ts'
import type { Cache } from './cache.ts'
import type { Artifact } from './manifest.ts'
import type { Effects } from './run.ts'

/** Where a catalogue's pictures come from. */
export interface Sight {
  printer: Pick<Printer, 'print' | 'firstPage'>
  /** A file of the output folder. */
  read(path: string): Promise<Uint8Array>
  browser: Effects['browser']
  cache: Cache
}

/**
 * A picture of the first page of a document, as an address that holds it: of its PDF, or of its HTML as it would be printed. Null
 * where there is neither, and where it cannot be drawn: a build of HTML alone needs no browser, and a catalogue no picture.
 */
export async function firstPage(files: Artifact[], { printer, read, browser, cache }: Sight): Promise<string | null> {
  const of = (format: string) => files.find((file) => file.format === format)
  const source = of('pdf') ?? of('html')
  if (!source) return null
  const draw = async () => {
    const data = await read(source.path)
    const pdf = source.format === 'pdf' ? data : (await printer.print(new TextDecoder().decode(data))).pdf
    return printer.firstPage(pdf, width)
  }
  try {
    // a busy browser may fail once
    const parts = ['first page', source.sha256, String(width), await browser()]
    const picture = await cache.have(parts, () => draw().catch(draw))
    return `data:image/webp;base64,${picture.toString('base64')}`
  } catch {
    return null
  }
}

/** In pixels: enough for the place a picture has in the catalogue, on a fine screen too. */
const width = 360
