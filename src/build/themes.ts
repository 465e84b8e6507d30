import { posix } from 'node:path'
import { Problem, type ProblemDetails } from '../input/problem.ts'
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

/** Reads each theme once, with a layout. That there is none is told to each who asks, at their place. */
export function dresses(folders: TemplateFolders, layout = 'document') {
  const read = new Map<string, Promise<Dress>>()
  return (name: string, asked: ProblemDetails): Promise<Dress> => {
    let dress = read.get(name)
    if (!dress) {
      dress = readDress(name, layout, folders)
      read.set(name, dress)
    }
    return dress.catch((error) => {
      throw error instanceof Problem && !error.details.file ? error.at(asked) : error
    })
  }
}

async function readDress(name: string, layoutName: string, folders: TemplateFolders): Promise<Dress> {
  const files: TemplateFile[] = []
  const find = async (file: string, from: ProblemDetails) => {
    const found = await findTemplate(folders, file, from)
    files.push(found)
    return found
  }
  const theme = await readTheme((file, from) => find(posix.join('themes', name, file), from))
  const text = async (file: string) => {
    const { path, shown } = await find(`layouts/${file}`, {})
    return readText(path, shown)
  }
  const page = await text(`${layoutName}.html.hbs`)
  const styles: string[] = []
  for (const sheet of sheetsOf(layoutName)) styles.push(await text(sheet))
  const script = await text(`${layoutName}.js`)
  return { theme, layout: { page, style: styles.join('\n'), script }, files }
}

/** A deck is not read down a page, and has nothing of the style of those that are. */
const sheetsOf = (layout: string) => [...(layout === 'deck' ? [] : ['screen.css']), `${layout}.css`]
