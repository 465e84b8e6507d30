import { expect, test } from 'vitest'
import { findBrowser, launchBrowser } from '../../src/build/browser.ts'
import { dresses } from '../../src/build/themes.ts'
import { textWidth } from '../../src/render/glyph-widths.ts'
import { fontFaces } from '../../src/render/theme/fonts.ts'
import { makeSource } from '../support/source.ts'

const texts = ['Nordhavn', 'Søndre Havn', 'Journaler, kommunikation & sprog', '1.234,5–6.000 (40 %)', 'WAVE »fij«']

test('texts are measured as a browser sets them', async () => {
  const { theme } = await dresses(makeSource().folders.templates)('standard', {})
  const { family, weights } = theme.brand.fonts.body
  const samples = weights.flatMap((weight) => texts.map((text) => ({ text, weight })))
  const browser = await launchBrowser(await findBrowser())
  try {
    const page = await browser.newPage()
    const spans = samples.map(({ text, weight }) => `<p><b style="font-weight:${weight}">${text}</b></p>`)
    const style = `${await fontFaces(theme.brand, texts.join())} b { font: 100px "${family}"; white-space: nowrap; text-rendering: geometricPrecision }`
    await page.setContent(`<style>${style}</style>${spans.join('')}`)
    await page.evaluate('document.fonts.ready')
    const set = await page.evaluate('[...document.querySelectorAll("b")].map((b) => b.getBoundingClientRect().width)')
    const measured = await Promise.all(
      samples.map(async ({ text, weight }) => (await textWidth(family, weight))(text) * 100),
    )
    for (const [at, width] of (set as number[]).entries()) {
      expect(measured[at]! / width).toBeGreaterThan(0.985)
      expect(measured[at]! / width).toBeLessThan(1.04)
    }
  } finally {
    await browser.close()
  }
})

test('a letter that a typeface has not counts as a square', async () => {
  const width = await textWidth('Source Sans 3', 400)
  expect(width('漢字')).toBe(2)
})
