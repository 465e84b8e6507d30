import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageOf, slug } from '../theme/fonts.ts'
import type { Brand } from '../theme.ts'
import { toTrueType } from './woff.ts'

/** One cut of a typeface, to be carried along in the file. */
export interface Face {
  family: string
  cut: Cut
  data: Uint8Array
}

/** The cuts that Word knows, in the order in which it lists them. */
const cuts = {
  Regular: '400-normal',
  Bold: '700-normal',
  Italic: '400-italic',
  BoldItalic: '700-italic',
} as const
type Cut = keyof typeof cuts

/** The typefaces of a brand in Word's four cuts, as far as they come in them: Latin, which is what people go on writing in. */
export async function facesOf({ fonts }: Brand): Promise<Face[]> {
  const families = [...new Set([fonts.body.family, fonts.heading.family])]
  const wanted = families.flatMap((family) => (Object.keys(cuts) as Cut[]).map((cut) => ({ family, cut })))
  const faces = await Promise.all(
    wanted.map(async ({ family, cut }): Promise<Face[]> => {
      const file = join(packageOf(family) ?? '', 'files', `${slug(family)}-latin-${cuts[cut]}.woff`)
      const data = await trueType(file)
      return data ? [{ family, cut, data }] : []
    }),
  )
  return faces.flat()
}

const unpacked = new Map<string, Promise<Uint8Array | null>>()

/** A typeface's file unpacked, once for all documents; null where there is none. */
function trueType(file: string): Promise<Uint8Array | null> {
  const known = unpacked.get(file) ?? readFile(file).then(toTrueType, () => null)
  unpacked.set(file, known)
  return known
}

/** The parts that carry typefaces, each in the disguise that the format asks for. */
export function fontParts(faces: Face[]): Map<string, string | Uint8Array> {
  const parts = new Map<string, string | Uint8Array>()
  const keys = faces.map(({ data }) => keyOf(data))
  for (const [at, { data }] of faces.entries()) parts.set(`word/fonts/font${at + 1}.odttf`, disguised(data, keys[at]!))
  const families = [...new Set(faces.map(({ family }) => family))]
  const fonts = families.map((family) => {
    const embedded = faces.flatMap((face, at) =>
      face.family === family ? [`<w:embed${face.cut} r:id="rId${at + 1}" w:fontKey="{${keys[at]}}"/>`] : [],
    )
    const [kind, stand] = /serif/i.test(family) ? ['roman', 'Georgia'] : ['swiss', 'Calibri']
    return `<w:font w:name="${family}"><w:altName w:val="${stand}"/><w:charset w:val="00"/><w:family w:val="${kind}"/><w:pitch w:val="variable"/>${embedded.join('')}</w:font>`
  })
  const relations = faces.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font" Target="fonts/font${at + 1}.odttf"/>`,
  )
  return parts
    .set(
      'word/fontTable.xml',
      `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${fonts.join('')}</w:fonts>`,
    )
    .set(
      'word/_rels/fontTable.xml.rels',
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    )
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A key as a GUID, the same for the same bytes. */
function keyOf(data: Uint8Array): string {
  const digits = createHash('sha256').update(data).digest('hex').slice(0, 32).toUpperCase()
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The first 32 bytes crossed with the key, read backwards. */
function disguised(data: Uint8Array, key: string): Uint8Array {
  const bytes = Buffer.from(key.replaceAll('-', ''), 'hex').reverse()
  return data.map((byte, at) => (at < 32 ? byte ^ bytes[at % 16]! : byte))
}
