import type { Element, Root as HastRoot } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Document } from '../../document/document.ts'
import { locales } from '../../locale/locales.ts'
import type { Drawings } from '../chart/draw.ts'
import { measureStyle } from '../slides/measures.ts'
import { logoAddress } from '../theme/logo.ts'
import type { Theme } from '../theme.ts'
import { element, text } from './element.ts'
import { fillLayout, type Layout } from './layout.ts'
import { revealRuntime } from './reveal.ts'
import { documentToHast } from './to-hast.ts'

/**
 * A deck as one self-contained HTML file: to be shown with keys or touch, printed a page a slide, and whole without its script.
 *
 * @param layout which gets `lang`, `title`, `handout`, `words`, `speakerHash` and `body`
 * @param handout is it printed with what the speaker says below each slide?
 */
export async function renderDeck(
  document: Document,
  theme: Theme,
  layout: Layout,
  drawings: Drawings,
  handout = false,
): Promise<string> {
  const { title, language } = document
  const { style, script, speakerHash } = await revealRuntime()
  const slides = furnished(documentToHast(document.tree, drawings, { theme, language }), document, theme)
  const whole: Layout = {
    page: layout.page,
    style: [style, measureStyle(), layout.style].join('\n'),
    script: `${script}\n${layout.script}`,
  }
  const body = unified().use(rehypeStringify).stringify(slides)
  return fillLayout(whole, theme, {
    lang: language,
    title,
    handout,
    words: locales[language].words,
    speakerHash,
    body,
  })
}

/**
 * The slides with what a reader needs of no single one: above the first title logo and kicker, at each foot footer and number. A
 * screen reader need not say the same footer on every slide.
 */
function furnished(slides: HastRoot, { kicker, publisher }: Document, theme: Theme): HastRoot {
  const sheets = slides.children.flatMap((slide) =>
    slide.type === 'element' && slide.tagName === 'section' ? (slide.children[0] as Element) : [],
  )
  const footer = theme.brand.footer ?? publisher ?? ''
  sheets.forEach((sheet, index) => {
    const foot = [
      element('p', { ariaHidden: 'true' }, [text(footer)]),
      element('p', { className: ['number'] }, [text(String(index + 1))]),
    ]
    sheet.children.push(element('div', { className: ['foot'] }, foot))
  })
  sheets[0]?.children.unshift(...logoOf(theme), element('p', { className: ['kicker'] }, [text(kicker)]))
  return slides
}

function logoOf({ logo }: Theme): Element[] {
  if (!logo) return []
  const { width, height, alt } = logo
  return [element('img', { className: ['logo'], src: logoAddress(logo), alt, width, height }, [])]
}
