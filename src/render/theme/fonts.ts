import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { noSuch } from '../../input/no-such.ts'
import type { YamlFile } from '../../input/yaml.ts'
import type { Brand } from './brand.ts'

/**
 * Checks that a brand's typefaces are installed in the cuts it names.
 *
 * @throws {Problem} with the nearest that is there
 */
export async function checkFonts({ fonts }: Brand, at: YamlFile<unknown>['at']): Promise<void> {
  for (const use of ['heading', 'body'] as const) {
    const { family, weights, italic } = fonts[use]
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
}

/** The @font-face rules of a theme with the typefaces in them: Latin, and the subsets of Latin that a text needs. */
export async function fontFaces({ fonts }: Brand, text: string): Promise<string> {
  const faces = Object.values(fonts).flatMap((font) => {
    const styles = font.italic ? ['normal', 'italic'] : ['normal']
    return font.weights.flatMap((weight) => styles.map((style) => ({ family: font.family, weight, style })))
  })
  const characters = new Set(text)
  const rules = await Promise.all(faces.map((face) => faceRules(face, characters)))
  return [...new Set(rules.flat())].join('\n')
}

async function faceRules(
  { family, weight, style }: { family: string; weight: number; style: string },
  characters: Set<string>,
): Promise<string[]> {
  const folder = packageOf(family)!
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const needed = Object.entries(ranges).filter(
    ([subset, range]) => subset === 'latin' || (subset === 'latin-ext' && holdsAny(characters, range)),
  )
  return Promise.all(
    needed.map(async ([subset, range]) => {
      const file = join(folder, 'files', `${slug(family)}-${subset}-${weight}-${style}.woff2`)
      const data = (await readFile(file)).toString('base64')
      return `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; src: url(data:font/woff2;base64,${data}) format("woff2"); unicode-range: ${range}; }`
    }),
  )
}

function holdsAny(characters: Set<string>, range: string): boolean {
  const spans = range.split(',').map((span) =>
    span
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16)),
  )
  return [...characters].some((character) =>
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
