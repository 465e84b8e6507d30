import puppeteer from 'puppeteer'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
const { findBrowser, launchBrowser } = await import('/tmp/wt/theme/dist/build/browser.js')
const browser = await launchBrowser(await findBrowser())
const page = await browser.newPage()
await page.emulateMediaType('print')
await page.setViewport({ width: 643, height: 1000 })
for (const f of process.argv.slice(2)) {
  await page.setContent(readFileSync(f, 'utf8'))
  await page.evaluate(() => document.fonts.ready)
  const r = await page.evaluate(() => {
    const out = {}
    for (const el of document.querySelectorAll('p, li, dd')) {
      if (el.closest('table') || el.querySelector('p')) continue
      const range = document.createRange(); range.selectNodeContents(el)
      const tops = new Set([...range.getClientRects()].filter(r=>r.width>2).map(r => Math.round(r.bottom / 6)))
      const n = tops.size; if (n < 2) continue
      const cls = el.closest('.lead,.source,.aside,.entry,.key-figure,.card,.callout,blockquote,.facts')?.className ?? el.tagName
      const k = cls; (out[k] ??= []).push([el.textContent.length, n])
    }
    return Object.fromEntries(Object.entries(out).map(([k, v]) => [k, Math.round(v.reduce((a, [c]) => a + c, 0) / v.reduce((a, [, n]) => a + n - 0.4, 0)) + ' x' + v.length]))
  })
  console.log(f, r)
}
await browser.close()
