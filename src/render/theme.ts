import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { noSuch } from '../input/no-such.ts'
import { readYaml } from '../input/yaml.ts'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb')

const fontSchema = z.strictObject({
  family: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ]*$/u, 'the name of a typeface: letters, digits and spaces'),
  weights: z.array(z.int().min(100).max(900)).min(1).default([400, 700]),
  italic: z.boolean().default(false),
})

/** `brand.yaml`: the colours and typefaces of whoever sends the documents. */
export const brandSchema = z.strictObject({
  name: z.string().min(1),
  colours: z.strictObject({
    ink: colour,
    muted: colour,
    accent: colour,
    highlight: colour,
    highlightGround: colour,
    /** What is not highlighted, in charts. */
    quiet: colour,
    rule: colour,
    ground: colour,
    paper: colour,
  }),
  fonts: z.strictObject({ heading: fontSchema, body: fontSchema }),
  /** An SVG or PNG beside brand.yaml, and what it says to those who cannot see it. */
  logo: z.strictObject({ file: z.string().min(1), alt: z.string().min(1) }).optional(),
  /** Whom readers turn to. */
  contact: z
    .strictObject({
      name: z.string().min(1),
      email: z.email().optional(),
      phone: z.string().optional(),
      web: z.string().optional(),
    })
    .optional(),
  /** Stands at the foot of each page in place of the report's publisher. */
  footer: z.string().optional(),
})

export type Brand = z.infer<typeof brandSchema>

export interface Theme {
  brand: Brand
  /** theme.css */
  css: string
}

/** A theme from the paths of its two files. */
export async function readTheme(brandPath: string, cssPath: string, shown: string): Promise<Theme> {
  const { value: brand, at } = await readYaml(brandPath, brandSchema, shown)
  for (const use of ['heading', 'body'] as const) {
    const { family, weights, italic } = brand.fonts[use]
    const folder = packageOf(family)
    if (!folder) {
      const families = await installedFamilies()
      throw noSuch(`there is no typeface "${family}"`, family, families, at(['fonts', use, 'family']))
    }
    const cuts = await cutsOf(folder, family)
    weights.forEach((weight, index) => {
      for (const cut of italic ? [`${weight} normal`, `${weight} italic`] : [`${weight} normal`])
        if (!cuts.includes(cut))
          throw noSuch(`"${family}" has no cut "${cut}"`, cut, cuts, at(['fonts', use, 'weights', index]))
    })
  }
  return { brand, css: await readFile(cssPath, 'utf8') }
}

/** All the styles of a page: the typefaces its text needs, the brand, the theme. */
export async function pageStyle({ brand, css }: Theme, text: string): Promise<string> {
  return [await fontFaces(brand, text), brandProperties(brand), css].join('\n')
}

/** The custom properties that theme.css builds on. */
export function brandProperties({ colours, fonts }: Brand): string {
  const rows = Object.entries(colours).map(
    ([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`,
  )
  return `:root { ${rows.join(' ')} --heading: "${fonts.heading.family}"; --body: "${fonts.body.family}"; }`
}

/** The @font-face rules of a theme with the typefaces in them: Latin, and the subsets of Latin that a text needs. */
export async function fontFaces({ fonts }: Brand, text: string): Promise<string> {
  const faces = Object.values(fonts).flatMap((font) => {
    const styles = font.italic ? ['normal', 'italic'] : ['normal']
    return font.weights.flatMap((weight) => styles.map((style) => ({ family: font.family, weight, style })))
  })
  const rules = await Promise.all(faces.map((face) => faceRules(face, text)))
  return [...new Set(rules.flat())].join('\n')
}

async function faceRules(
  { family, weight, style }: { family: string; weight: number; style: string },
  text: string,
): Promise<string[]> {
  const folder = packageOf(family)!
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const needed = Object.entries(ranges).filter(
    ([subset, range]) => subset === 'latin' || (subset === 'latin-ext' && holdsAny(text, range)),
  )
  return Promise.all(
    needed.map(async ([subset, range]) => {
      const file = join(folder, 'files', `${slug(family)}-${subset}-${weight}-${style}.woff2`)
      const data = (await readFile(file)).toString('base64')
      return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; src: url(data:font/woff2;base64,${data}) format("woff2"); unicode-range: ${range}; }`
    }),
  )
}

function holdsAny(text: string, range: string): boolean {
  const spans = range.split(',').map((span) =>
    span
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16)),
  )
  return [...text].some((character) =>
    spans.some(([first, last = first]) => character.codePointAt(0)! >= first! && character.codePointAt(0)! <= last!),
  )
}

const require = createRequire(import.meta.url)
export const slug = (family: string) => family.toLowerCase().replace(/\s+/g, '-')

export function packageOf(family: string): string | null {
  try {
    return dirname(require.resolve(`@fontsource/${slug(family)}/package.json`))
  } catch {
    return null
  }
}

/** The weights and styles a typeface comes in: "400 normal". */
async function cutsOf(folder: string, family: string): Promise<string[]> {
  const pattern = new RegExp(`^${slug(family)}-latin-(\\d+)-(normal|italic)\\.woff2$`)
  const files = await readdir(join(folder, 'files'))
  return files.flatMap((file) => pattern.exec(file)?.slice(1).join(' ') ?? []).sort()
}

async function installedFamilies(): Promise<string[]> {
  const some = dirname(dirname(require.resolve('@fontsource/source-sans-3/package.json')))
  const folders = await readdir(some)
  return folders
    .sort()
    .map((folder) =>
      folder.replace(/(^|-)(\w)/g, (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase()),
    )
}
