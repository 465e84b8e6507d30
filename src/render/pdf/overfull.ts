import type { Page } from 'puppeteer'
import type { Overfull } from '../slides/fit.ts'
import { slide } from '../slides/measures.ts'

/**
 * The slides of a printed deck that hold too much: their body, title or sources run over the lower or the right edge of their place,
 * or a chart was made so small that its words are hard to read. A page without slides has none, nor one where they are made smaller.
 */
export async function overfullSlides(page: Page): Promise<Overfull[]> {
  return (await page.evaluate(measuring)) as Overfull[]
}

/** Points of a CSS pixel. */
const point = 72 / 96
/** What is set by the browser may differ by this from what is reckoned. */
const allowance = 1

/** The words of a chart are drawn {@link chartSize} points high and grow with it. */
const chartSize = 9

/** Runs in the page; its text, as it is not this program's. */
const measuring = `(() => {
  const lowerEdge = ${slide.body.bottom / point}
  const chartScale = ${slide.table.smallest / chartSize}
  const beyond = (place) => place ? Math.max(place.scrollHeight - place.clientHeight, place.scrollWidth - place.clientWidth) : 0
  const below = (body, top) => Math.max(...[body, ...body.querySelectorAll('*')].map((part) => part.getBoundingClientRect().bottom)) - top - lowerEdge
  const wanting = (svg) => svg.getBoundingClientRect().height && svg.viewBox.baseVal.height * chartScale - svg.getBoundingClientRect().height
  return [...document.querySelectorAll('html:not(.handout) section.slide > .sheet')].flatMap((sheet, index) => {
    const [title, body, sources] = [':scope > h2', ':scope > .body', ':scope > .sources'].map((place) => sheet.querySelector(place))
    const by = ${point} * Math.max(
      beyond(title), beyond(sources), body.scrollWidth - body.clientWidth,
      below(body, sheet.getBoundingClientRect().top), ...[...body.querySelectorAll('.picture > svg')].map(wanting))
    return by > ${allowance} ? [{ slide: index + 1, title: sheet.querySelector('h1, h2').textContent, by }] : []
  })
})()`
