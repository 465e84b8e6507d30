import { readFile, stat } from 'node:fs/promises'
import { Problem, type ProblemDetails } from '../../input/problem.ts'

/** A picture that a page carries with it. */
export interface Logo {
  alt: string
  type: 'image/svg+xml' | 'image/png'
  data: Uint8Array
  /** In pixels, for its proportions. */
  width: number
  height: number
}

const mostBytes = 200_000

/**
 * A logo from its file.
 *
 * @param asked where brand.yaml names it
 * @throws {Problem} for what is no SVG or PNG, has no size, or is too large to be in every document
 */
export async function readLogo(path: string, alt: string, asked: ProblemDetails): Promise<Logo> {
  const { size } = await stat(path)
  if (size > mostBytes)
    throw new Problem('the logo is too large', {
      ...asked,
      found: `${size} bytes`,
      expected: `at most ${mostBytes}: it is in every document`,
    })
  const data = await readFile(path)
  const png = sizeOfPng(data)
  if (png) return { alt, type: 'image/png', data, ...png }
  const svg = sizeOfSvg(data.toString('utf8'))
  if (svg) return { alt, type: 'image/svg+xml', data, ...svg }
  throw new Problem('the logo is no picture that can be used', {
    ...asked,
    expected: 'a PNG, or an SVG with a viewBox',
  })
}

/** As an address that holds the whole picture. A browser runs nothing and fetches nothing that stands in such a picture. */
export function logoAddress({ type, data }: Logo): string {
  return `data:${type};base64,${Buffer.from(data).toString('base64')}`
}

interface Size {
  width: number
  height: number
}

const pngBegins = Buffer.from('89504e470d0a1a0a', 'hex')

/** From the header, the first chunk of the file. */
function sizeOfPng(data: Buffer): Size | null {
  if (data.length < 24 || !data.subarray(0, 8).equals(pngBegins)) return null
  return positive({ width: data.readUInt32BE(16), height: data.readUInt32BE(20) })
}

function sizeOfSvg(text: string): Size | null {
  const [root] = /<svg\b[^>]*>/.exec(text.replace(/<!--.*?-->/gs, '')) ?? []
  const box = /\bviewBox\s*=\s*["']\s*([^"']+)["']/.exec(root ?? '')?.[1]?.trim()
  const [, , width, height] = (box ?? '').split(/[\s,]+/).map(Number)
  return positive({ width: width ?? 0, height: height ?? 0 })
}

const positive = (size: Size) => (size.width > 0 && size.height > 0 ? size : null)
