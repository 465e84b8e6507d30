import type { ProblemDetails } from '../input/problem.ts'
import { readText } from '../input/read-text.ts'
import type { Layout } from '../render/html/layout.ts'
import { readTheme, type Theme } from '../render/theme.ts'
import { findTemplate, type TemplateFile, type TemplateFolders } from '../tailor/template.ts'

/** What dresses a document: the theme, the layout, and the files they were read from. */
export interface Dress {
  theme: Theme
  layout: Layout
  files: TemplateFile[]
}

/** Reads each theme once, with a layout. */
export function dresses(folders: TemplateFolders, layout = 'document') {
  const read = new Map<string, Promise<Dress>>()
  return (name: string, asked: ProblemDetails): Promise<Dress> => {
    let dress = read.get(name)
    if (!dress) {
      dress = readDress(name, layout, folders, asked)
      read.set(name, dress)
    }
    return dress
  }
}

async function readDress(
  name: string,
  layoutName: string,
  folders: TemplateFolders,
  asked: ProblemDetails,
): Promise<Dress> {
  const brand = await findTemplate(folders, `themes/${name}/brand.yaml`, asked)
  const css = await findTemplate(folders, `themes/${name}/theme.css`, asked)
  const named = (file: string) => findTemplate(folders, `layouts/${file}`, asked)
  const page = await named(`${layoutName}.html.hbs`)
  const styles = [await named('screen.css'), await named(`${layoutName}.css`)]
  const script = await named(`${layoutName}.js`)
  const text = ({ path, shown }: TemplateFile) => readText(path, shown)
  return {
    theme: await readTheme(brand.path, css.path, brand.shown),
    layout: {
      page: await text(page),
      style: (await Promise.all(styles.map(text))).join('\n'),
      script: await text(script),
    },
    files: [brand, css, page, ...styles, script],
  }
}
