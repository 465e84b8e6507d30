import Handlebars from 'handlebars'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Document } from '../../document/document.ts'
import { locales } from '../../locale/locales.ts'
import { type Drawings, drawCharts } from '../chart/draw.ts'
import { logoAddress } from '../theme/logo.ts'
import { pageStyle, type Theme } from '../theme.ts'
import { documentToHast } from './to-hast.ts'

/**
 * A document as one self-contained HTML file: styles and typefaces inside, no script.
 *
 * @param layout the text of a Handlebars layout, which gets `lang`, `title`, `kicker`, `runningTitle`, `publisher`,
 *   `footer`, `logo`, `words`, `style` and `body`
 * @param drawn its charts, where they are drawn already
 */
export async function renderHtml(document: Document, theme: Theme, layout: string, drawn?: Drawings): Promise<string> {
  const drawings = drawn ?? (await drawCharts(document.tree, theme.brand, document.language))
  const { kicker, title, runningTitle, publisher, language } = document
  const body = unified()
    .use(rehypeStringify)
    .stringify(documentToHast(document.tree, drawings, { theme, language }))
  const footer = theme.brand.footer ?? publisher
  const { words } = locales[language]
  const text = [body, kicker, title, runningTitle, footer].join(' ')
  const style = await pageStyle(theme, text)
  return renderLayout(layout, {
    lang: language,
    title,
    kicker,
    runningTitle,
    publisher,
    footer,
    logo: theme.logo && { ...theme.logo, address: logoAddress(theme.logo) },
    words,
    style,
    body,
  })
}

/** A layout filled in: what it shows is escaped for HTML, what it asks for must be there. */
export function renderLayout(layout: string, context: object): string {
  return compile(layout)(context)
}

const compiled = new Map<string, Handlebars.TemplateDelegate>()

function compile(layout: string): Handlebars.TemplateDelegate {
  let template = compiled.get(layout)
  if (!template) {
    const environment = Handlebars.create()
    environment.registerHelper('cssString', cssString)
    environment.registerHelper('one', (count: number) => count === 1)
    template = environment.compile(layout, { strict: true })
    compiled.set(layout, template)
  }
  return template
}

/** A text as a CSS string, safe inside a style element. */
function cssString(text: unknown): Handlebars.SafeString {
  const escaped = String(text ?? '').replace(
    /[^\p{L}\p{N} .,:;()–-]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  )
  return new Handlebars.SafeString(`"${escaped}"`)
}
