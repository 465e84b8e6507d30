import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Document } from '../../document/document.ts'
import { locales } from '../../locale/locales.ts'
import { type Drawings, drawCharts } from '../chart/draw.ts'
import { logoAddress } from '../theme/logo.ts'
import type { Theme } from '../theme.ts'
import { fillLayout, type Layout } from './layout.ts'
import { documentToHast } from './to-hast.ts'

/**
 * A document as one self-contained HTML file: styles, typefaces and the layout's script inside. Without the script it is whole too.
 *
 * @param layout which gets `lang`, `title`, `kicker`, `runningTitle`, `publisher`, `footer`, `logo`, `words` and `body`
 * @param drawn its charts, where they are drawn already
 */
export async function renderHtml(document: Document, theme: Theme, layout: Layout, drawn?: Drawings): Promise<string> {
  const drawings = drawn ?? (await drawCharts(document.tree, theme.brand, document.language))
  const { kicker, title, runningTitle, publisher, language } = document
  const { words } = locales[language]
  const body = unified()
    .use(rehypeStringify)
    .stringify(documentToHast(document.tree, drawings, { theme, language }))
  return fillLayout(layout, theme, {
    lang: language,
    title,
    kicker,
    runningTitle,
    publisher,
    footer: theme.brand.footer ?? publisher,
    logo: theme.logo && { ...theme.logo, address: logoAddress(theme.logo) },
    words,
    body,
  })
}
