import Handlebars from 'handlebars'
import { pageStyle, type Theme } from '../theme.ts'
import { hashOf } from './script-hash.ts'

/** What a page is put into: its frame in Handlebars, the styles the frame needs, the one script it may run. */
export interface Layout {
  page: string
  style: string
  script: string
}

/**
 * A layout filled in: what it shows is escaped for HTML, what it asks for must be there. Besides the context it gets `style`, with
 * the typefaces that the context's text needs, and `script.text` with `script.hash`, by which a page lets it run and nothing else.
 */
export async function fillLayout(layout: Layout, theme: Theme, context: object): Promise<string> {
  const style = `${await pageStyle(theme, textsOf(context))}\n${layout.style}`
  return compile(layout.page)({ ...context, style, script: { text: layout.script, hash: hashOf(layout.script) } })
}

/** All that a context may show; a picture's data shows no letters. */
function textsOf(context: object): string {
  return JSON.stringify(context, (_, value) =>
    typeof value === 'string' && value.startsWith('data:') ? undefined : value,
  )
}

const compiled = new Map<string, Handlebars.TemplateDelegate>()

function compile(page: string): Handlebars.TemplateDelegate {
  let template = compiled.get(page)
  if (!template) {
    const environment = Handlebars.create()
    environment.registerHelper('cssString', cssString)
    environment.registerHelper('one', (count: number) => count === 1)
    template = environment.compile(page, { strict: true })
    compiled.set(page, template)
  }
  return template
}

/** A text as a CSS string, safe inside a style element. */
export function cssString(text: unknown): Handlebars.SafeString {
  const escaped = String(text ?? '').replace(
    /[^\p{L}\p{N} .,:;()–-]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  )
  return new Handlebars.SafeString(`"${escaped}"`)
}
