import type { ProblemDetails } from '../input/problem.ts'
import { readText } from '../input/read-text.ts'
import { readYaml } from '../input/yaml.ts'
import { type Brand, brandSchema } from './theme/brand.ts'
import { checkContrast } from './theme/contrast.ts'
import { checkFonts, fontFaces } from './theme/fonts.ts'
import { type Logo, readLogo } from './theme/logo.ts'

export { type Brand, brandSchema } from './theme/brand.ts'

/** What gives documents their look. */
export interface Theme {
  brand: Brand
  /** Its style sheets, one after the other. */
  css: string
  logo: Logo | null
  /** brand.yaml, as messages name it. */
  file: string
}

/** Finds a file of a theme by its name in the theme's folder; `asked` is where it is named. */
export type FindFile = (name: string, asked: ProblemDetails) => Promise<{ path: string; shown: string }>

/** A theme from its files, its typefaces and colours checked. */
export async function readTheme(find: FindFile): Promise<Theme> {
  const { path, shown } = await find('brand.yaml', {})
  const { value: brand, at } = await readYaml(path, brandSchema, shown)
  await checkFonts(brand, at)
  checkContrast(brand, at)
  const sheets: string[] = []
  for (const [index, name] of brand.styles.entries()) {
    const sheet = await find(name, at(['styles', index]))
    sheets.push(await readText(sheet.path, sheet.shown))
  }
  return { brand, css: sheets.join('\n'), logo: await logoOf(brand, find, at(['logo', 'file'])), file: shown }
}

async function logoOf({ logo }: Brand, find: FindFile, asked: ProblemDetails): Promise<Logo | null> {
  if (!logo) return null
  const { path } = await find(logo.file, asked)
  return readLogo(path, logo.alt, asked)
}

/** All the styles of a page: the typefaces its text needs, the brand, the theme. */
export async function pageStyle({ brand, css }: Theme, text: string): Promise<string> {
  return [await fontFaces(brand, text), brandProperties(brand), css].join('\n')
}

/** The custom properties that style sheets build on; `--bleed` is by how much paper for a printing house is larger on each side. */
export function brandProperties({ colours, fonts }: Brand): string {
  const rows = Object.entries(colours).map(
    ([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`,
  )
  return `:root { ${rows.join(' ')} --heading: "${fonts.heading.family}"; --body: "${fonts.body.family}"; --bleed: 0mm; }`
}
