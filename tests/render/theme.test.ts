import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dresses } from '../../src/build/themes.ts'
import { problemsOf } from '../../src/input/problem.ts'
import { renderHtml } from '../../src/render/html/html.ts'
import { contrast } from '../../src/render/theme/contrast.ts'
import { brandProperties, readTheme, type Theme } from '../../src/render/theme.ts'
import { makeSource } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

const colours = {
  ink: '#000000',
  muted: '#444444',
  accent: '#005b82',
  highlight: '#b8390b',
  highlightGround: '#fdf1ec',
  quiet: '#748bab',
  rule: '#cfd7e1',
  ground: '#f2f5f9',
  paper: '#ffffff',
}

const brand = ({ body = '{ family: Source Sans 3 }', more = '', ...other }: Record<string, string> = {}) => `name: A
colours:
${Object.entries({ ...colours, ...other })
  .map(([name, colour]) => `  ${name}: "${colour}"`)
  .join('\n')}
fonts:
  heading: { family: Source Serif 4 }
  body: ${body}
${more}
`

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0H30V20Z"/></svg>'

/** A theme of some files. */
async function theme(files: Record<string, string | Uint8Array>): Promise<Theme> {
  const { folder } = makeSource({ 'theme.css': 'p { margin: 0 }', ...files })
  return readTheme(async (name) => ({ path: join(folder, 'source', name), shown: name }))
}

const problems = async (files: Record<string, string | Uint8Array>) =>
  problemsOf(await theme(files).catch((error) => error)).map(({ message, details }) => ({ message, ...details }))

describe('typefaces', () => {
  const problem = async (body: string) => (await problems({ 'brand.yaml': brand({ body }) }))[0]

  test('one that is there, in the cuts it has', async () => {
    expect(await problem('{ family: Source Sans 3, weights: [400, 600], italic: true }')).toBeUndefined()
  })

  test.each([
    ['one that is not', '{ family: Source Sans 9 }', { line: 14, nearest: 'Source Sans 3' }],
    ['one outside the folder of typefaces', '{ family: ../puppeteer }', { line: 14, found: '"../puppeteer"' }],
    ['a weight it has not', '{ family: Source Sans 3, weights: [400, 650] }', { line: 14, found: '650 normal' }],
  ])('%s', async (_, body, expected) => {
    expect(await problem(body)).toMatchObject({ file: 'brand.yaml', ...expected })
  })
})

describe('colours', () => {
  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#ffffff', '#ffffff')).toBe(1)
    // https://webaim.org/resources/contrastchecker/ gives 4.54 and 4.48
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  test.each([
    ['ink', { ink: '#999999' }, 3, ['paper', 'ground']],
    ['muted, on grey only', { muted: '#767676' }, 4, ['ground']],
    ['accent', { accent: '#00a0d8' }, 5, ['paper', 'ground']],
    ['highlight, on its ground only', { highlight: '#bb4a10', highlightGround: '#f6c8b4' }, 6, ['highlightGround']],
    ['quiet', { quiet: '#a9b8cc' }, 8, ['paper']],
  ])('%s too pale', async (_, other, line, backs) => {
    const found = await problems({ 'brand.yaml': brand(other) })
    expect(found.map(({ line }) => line)).toEqual(backs.map(() => line))
    expect(found.map(({ message }) => /on "(\w+)"/.exec(message)![1])).toEqual(backs)
    for (const each of found) {
      expect(each.file).toBe('brand.yaml')
      expect(each.found).toMatch(/contrast \d(\.\d+)? to 1$/)
    }
  })

  test('style sheets hold no colour and no typeface of their own', () => {
    for (const name of ['standard', 'kommune']) {
      const css = readFileSync(join('templates/themes', name, 'theme.css'), 'utf8').replace(/\/\*.*?\*\//gs, '')
      expect(css.match(/#[0-9a-f]{3,8}\b(?!\s*\{)|\b(?:rgba?|hsla?|oklch|lab|color-mix)\(/gi)).toBeNull()
      const families = [...css.matchAll(/font(?:-family)?:\s*([^;]*)/g)].map(([, value]) => value!)
      for (const value of families) expect(value).toMatch(/^(?:[^"']*var\(--(?:heading|body)\)(?:, (?:sans-)?serif)?)$/)
    }
  })
})

describe('a logo', () => {
  const withLogo = (data: string | Uint8Array, file = 'logo.svg') => ({
    'brand.yaml': brand({ more: `logo: { file: ${file}, alt: "Havnens <mærke>" }` }),
    [file]: data,
  })
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAEElEQVR4nGNgYPgPR0gcAL7aB/lSKnVUAAAAAElFTkSuQmCC',
    'base64',
  )

  test.each([
    ['SVG', svg, 'image/svg+xml', 30, 20],
    ['PNG', png, 'image/png', 4, 2],
  ])('%s', async (_, data, type, width, height) => {
    expect((await theme(withLogo(data))).logo).toMatchObject({ type, width, height, alt: 'Havnens <mærke>' })
  })

  test.each([
    ['no picture', 'hello'],
    ['an SVG without a size', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['one too large', `${svg}${' '.repeat(200_000)}`],
  ])('%s is a problem at its line', async (_, data) => {
    expect(await problems(withLogo(data))).toMatchObject([{ file: 'brand.yaml', line: 15 }])
  })

  test('one that is not there, with the nearest that is', async () => {
    const { folders } = makeSource({
      'templates/themes/egen/brand.yaml': brand({ more: 'logo: { file: lgo.svg, alt: x }' }),
      'templates/themes/egen/theme.css': '',
      'templates/themes/egen/logo.svg': svg,
    })
    const made = await dresses(folders.templates)('egen', {}).catch((error) => error)
    expect(problemsOf(made)[0]?.details).toMatchObject({
      file: 'source/templates/themes/egen/brand.yaml',
      line: 15,
      nearest: 'themes/egen/logo.svg',
    })
  })

  test('is in the page as a picture that runs and fetches nothing', async () => {
    const hostile = svg.replace('<path', '<script>alert(1)</script><image href="https://example.com/a.png"/><path')
    const { layout } = await dresses(makeSource().folders.templates)('standard', {})
    const html = await renderHtml(await tailored('# T\n'), await theme(withLogo(hostile)), layout)
    const [tag] = /<img class="logo"[^>]*>/.exec(html)!
    expect(tag).toContain('alt="Havnens &lt;mærke&gt;" width="30" height="20"')
    expect(tag).toContain(`src="data:image/svg+xml;base64,${Buffer.from(hostile).toString('base64')}"`)
    expect(html.replace(tag, '').replace(layout.script, '').replace('<script data-', '')).not.toMatch(
      /<script|example\.com|<svg/,
    )
  })
})

describe('a sender', () => {
  const page = async (template: string, more: string) => {
    const { layout } = await dresses(makeSource().folders.templates)('standard', {})
    return renderHtml(await tailored(template), await theme({ 'brand.yaml': brand({ more }) }), layout)
  }

  test('a footer stands at the foot of the page, on paper and on the screen', async () => {
    const html = await page('# T\n', 'footer: Havnen & Kajen')
    expect(html).toContain('<footer class="colophon"><p>Havnen &amp; Kajen</p></footer>')
    expect(html).toMatch(/@bottom-left \{ content: "Havnen \\26 {2}Kajen"; \}/)
  })

  test('::contact brings name and links', async () => {
    const html = await page(
      '# T\n\n::contact\n',
      'contact: { name: Havnekontoret, email: havn@example.org, phone: "+45 12 34 56 78", web: havn.example.org/kaj }',
    )
    expect(html).toContain('<address class="contact">Havnekontoret<br>')
    expect(html).toContain('<a href="tel:+4512345678" class="address">+45 12 34 56 78</a>')
    expect(html).toContain('<a href="mailto:havn@example.org" class="address">havn@example.org</a>')
    expect(html).toContain('<a href="https://havn.example.org/kaj" class="address">havn.example.org/kaj</a>')
  })

  test('a document that asks for a contact the theme lacks', async () => {
    const made = await page('# T\n\n::contact\n', '').catch((error) => error)
    expect(problemsOf(made)[0]).toMatchObject({ message: 'the theme has no contact' })
    expect(problemsOf(made)[0]?.details).toMatchObject({
      file: 'source/templates/briefs/brief.md.hbs',
      line: 3,
      expected: 'contact: { name: … } in brand.yaml',
    })
  })

  test('an address that is none', async () => {
    const found = await problems({ 'brand.yaml': brand({ more: 'contact: { name: A, web: "javascript:alert(1)" }' }) })
    expect(found).toMatchObject([{ file: 'brand.yaml', line: 15, expected: 'a web address' }])
  })
})

describe('style sheets', () => {
  test('stand in the order that brand.yaml names them', async () => {
    const { css } = await theme({
      'brand.yaml': brand({ more: 'styles: [base.css, theme.css]' }),
      'base.css': 'p { margin: 1px }',
    })
    expect(css).toBe('p { margin: 1px }\np { margin: 0 }')
  })

  test('every file a theme is made of is an input of the document', async () => {
    const { files } = await dresses(makeSource().folders.templates)('kommune', {})
    expect(files.map(({ name }) => name)).toEqual([
      'templates/themes/kommune/brand.yaml',
      'templates/themes/standard/theme.css',
      'templates/themes/kommune/theme.css',
      'templates/themes/kommune/logo.svg',
      'templates/layouts/document.html.hbs',
      'templates/layouts/screen.css',
      'templates/layouts/document.css',
      'templates/layouts/document.js',
    ])
  })

  test('colours and typefaces reach them by name', async () => {
    const { brand: read } = await theme({ 'brand.yaml': brand() })
    expect(brandProperties(read)).toContain('--highlight-ground: #fdf1ec;')
    expect(brandProperties(read)).toContain('--body: "Source Sans 3";')
  })
})
