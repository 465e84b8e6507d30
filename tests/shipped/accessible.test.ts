import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser, launchBrowser } from '../../src/build/browser.ts'
import { prepareBuild } from '../../src/build/prepare.ts'
import { pagesAbout } from '../../src/build/run.ts'
import { writeWhole } from '../../src/build/write.ts'
import { foldersOf } from '../../src/cli/folders.ts'
import { builtOnce } from '../support/built-once.ts'
import { effectsWith } from '../support/effects.ts'
import { newPrinter } from '../support/printing.ts'

/** The HTML of the report in source/, opened from the file system as a reader does: one document of each audience, the catalogue. */
const out = mkdtempSync(join(tmpdir(), 'prisme-accessible-'))
const printer = newPrinter()
let browser: Browser
let page: Page
const paths: string[] = []
let documents: string[] = []
const asked: string[] = []

beforeAll(async () => {
  const folders = foldersOf({ source: 'source' })
  const prepared = await prepareBuild(folders, { formats: ['html'] })
  const built = await builtOnce('source')
  const pagesOf = (audience: string) =>
    built.artifacts.find((each) => each.audience === audience && each.format === 'html')
  const audiences = new Set(prepared.documents.map(({ audience }) => audience.id))
  const artifacts = structuredClone([...audiences].map((id) => pagesOf(id)!))
  for (const { path } of artifacts) await writeWhole(join(out, path), readFileSync(join(built.out, path)))
  // one finding, as no document of the report has any
  artifacts[0]!.findings.push({ rule: 'example', severity: 'warning', message: 'Et eksempel' })
  documents = artifacts.map(({ path }) => path)
  const effects = effectsWith({ printer })
  const pages = await pagesAbout(prepared, artifacts, folders, effects, (path) => readFile(join(out, path)))
  for (const [path, text] of pages) await writeWhole(join(out, path), text)
  paths.push(...documents, ...pages.keys())
  browser = await launchBrowser(await findBrowser())
  page = await browser.newPage()
  page.on('request', (request) => asked.push(request.url()))
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await printer.close()
  rmSync(out, { recursive: true, force: true })
})

async function open(path: string, width: number): Promise<void> {
  await page.setViewport({ width, height: 800 })
  await page.goto(pathToFileURL(join(out, path)).href)
}

/** Runs in the page; its text, as it is not this program's. */
const run = <T>(script: string) => page.evaluate(script) as Promise<T>

async function violations(): Promise<unknown[]> {
  await run(axe.source)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']
  return run(`axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(
    ({ violations }) => violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 200)) })))`)
}

test('there is a document of each audience', () => expect(paths).toHaveLength(8))

describe.each([1280, 320])('%i pixels wide', (width) => {
  test('axe finds nothing, and no page scrolls sideways', async () => {
    for (const path of paths) {
      await open(path, width)
      expect(await violations(), path).toEqual([])
      expect(await run('document.documentElement.scrollWidth'), path).toBe(width)
    }
  }, 60_000)
})

test('nothing is fetched', () => {
  expect(asked.filter((url) => !/^(?:file|data):/.test(url))).toEqual([])
})

test('the first stop of the tab key leads past the head, to the content', async () => {
  for (const path of paths) {
    await open(path, 1280)
    await page.keyboard.press('Tab')
    expect(await run(`document.querySelector(document.activeElement.getAttribute('href')).tagName`), path).toBe('MAIN')
    expect(await run('document.activeElement.getBoundingClientRect().top >= 0'), path).toBe(true)
  }
})

describe('a number', () => {
  const brief = () => paths.find((path) => path.startsWith('kommuner/'))!
  const teller = () =>
    run<{ text: string; left: number; right: number; top: number; bottom: number } | null>(`(() => {
      const teller = document.querySelector('[role=tooltip]:not([hidden])')
      const { left, right, top, bottom } = teller?.getBoundingClientRect() ?? {}
      return teller && { text: teller.innerText, left, right, top, bottom }
    })()`)
  const focus = (within: string) => run(`document.querySelector(${JSON.stringify(`${within} .told`)}).focus()`)

  test('in focus tells its table, row, column and line, and Esc ends that', async () => {
    await open(brief(), 1280)
    const source = /<td[^>]*data-source="report\.md:(\d+) TABEL (\S+) \| ([^|"]+) \| ([^|"]+)">\d/.exec(
      readFileSync(join(out, brief()), 'utf8').split('class="exhibit')[1]!,
    )!
    const [, line, table, row, column] = source
    await focus('.exhibit td')
    expect((await teller())!.text).toBe(`Tabel ${table} · ${row} · ${column} · linje ${line} i rapporten`)
    expect(await run(`document.activeElement.getAttribute('aria-describedby')`)).toBe('teller')
    await page.keyboard.press('Escape')
    expect(await teller()).toBeNull()
    expect(await run(`document.activeElement.hasAttribute('aria-describedby')`)).toBe(false)
  })

  test('in a statement tells the lines it rests on', async () => {
    await open(brief(), 1280)
    await focus('[data-source*="#"]')
    expect((await teller())!.text).toMatch(/^linje \d+(?:–\d+)?(?:, \d+(?:–\d+)?)* i rapporten$/)
  })

  test('pointed at tells it too, for as long as number or telling are pointed at', async () => {
    await open(brief(), 1280)
    const at = await run<{ x: number; y: number }>(`(() => {
      const told = document.querySelector('.exhibit td .told')
      told.scrollIntoView({ block: 'center' })
      const { left, right, top, bottom } = told.getBoundingClientRect()
      return { x: (left + right) / 2, y: (top + bottom) / 2 }
    })()`)
    await page.mouse.move(at.x, at.y)
    const { left, top, bottom } = (await teller())!
    await page.mouse.move(left + 5, (top + bottom) / 2)
    await new Promise((passed) => setTimeout(passed, 500))
    expect(await teller()).not.toBeNull()
    await page.mouse.move(1, 1)
    await new Promise((passed) => setTimeout(passed, 500))
    expect(await teller()).toBeNull()
  })

  test('tells it inside a narrow window, wherever it stands', async () => {
    await open(brief(), 320)
    const all = `[...document.querySelectorAll('.told')].filter((told) => told.checkVisibility())`
    const count = await run<number>(`${all}.length`)
    expect(count).toBeGreaterThan(15)
    for (let index = 0; index < count; index++) {
      await run(`${all}[${index}].focus()`)
      const { left, right, top, bottom } = (await teller())!
      expect([left >= 0, right <= 320, top >= 0, bottom <= 800], `${index}`).toEqual([true, true, true, true])
    }
  })
})

test('a table that is wider than the window is a named region that keys can scroll; one that is not is none', async () => {
  const regions = `[...document.querySelectorAll('[role=region]')].map((region) => [
    region.tabIndex, document.getElementById(region.getAttribute('aria-labelledby'))?.textContent ?? region.ariaLabel])`
  await open(paths.find((path) => path.startsWith('ledelse/'))!, 320)
  const narrow = await run<[number, string][]>(regions)
  expect(narrow.length).toBeGreaterThan(0)
  for (const [stop, name] of narrow) expect([stop, name.length > 3]).toEqual([0, true])
  await page.setViewport({ width: 1280, height: 800 })
  await run('new Promise((passed) => setTimeout(passed, 200))')
  expect(await run(regions)).toEqual([])
})

describe('the catalogue', () => {
  const shown = () =>
    run<string[]>(
      `[...document.querySelectorAll('main h3')].flatMap((title) => title.checkVisibility() ? title.textContent : [])`,
    )
  const type = async (text: string) => {
    await open('index.html', 1280)
    await page.type('#search', text)
  }

  test('shows a picture of each document, and leads to its files', async () => {
    await open('index.html', 1280)
    expect(
      await run(`[...document.images].filter(({ naturalWidth, alt }) => naturalWidth === 360 && alt).length`),
    ).toBe(6)
    const files = await run<string[]>(
      `[...document.querySelectorAll('.files a')].map((link) => link.getAttribute('href'))`,
    )
    expect(files.map(decodeURIComponent).sort()).toEqual(documents.sort())
  })

  test.each(['pressen', 'PRESSEN html'])('finds documents by what they are for: %s', async (text) => {
    await type(text)
    expect(await shown()).toHaveLength(1)
    expect(await run(`document.querySelector('[role=status]').textContent`)).toBe('1 af 6 fundet')
  })

  test('tells when nothing is found', async () => {
    await type('pressen docx')
    expect(await shown()).toEqual([])
    expect(await run(`document.querySelector('[role=status]').textContent`)).toBe('0 af 6 fundet')
  })

  test('is whole without scripts', async () => {
    await page.setJavaScriptEnabled(false)
    await open('index.html', 1280)
    const html = await page.content()
    await page.setJavaScriptEnabled(true)
    expect(html.match(/<h3/g)).toHaveLength(6)
    expect(html).toMatch(/<div class="search" role="search" hidden/)
  })
})
