import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemsOf } from '../../src/input/problem.ts'
import { readTheme } from '../../src/render/theme.ts'
import { makeSource } from '../support/source.ts'

const brand = (font: string) => `name: A
colours: { ink: "#000000", muted: "#444444", accent: "#005b82", highlight: "#b8390b", highlightGround: "#fdf1ec", quiet: "#748bab", rule: "#cfd7e1", ground: "#f2f5f9", paper: "#ffffff" }
fonts:
  heading: { family: Source Serif 4 }
  body: ${font}
`

async function problem(font: string) {
  const { folder } = makeSource({ 'brand.yaml': brand(font), 'theme.css': 'p { margin: 0 }' })
  const path = join(folder, 'source')
  const made = await readTheme(join(path, 'brand.yaml'), join(path, 'theme.css'), 'brand.yaml').catch((error) => error)
  return problemsOf(made)[0]
}

test('a typeface that is there, in the cuts it has', async () => {
  expect(await problem('{ family: Source Sans 3, weights: [400, 600], italic: true }')).toBeUndefined()
})

test.each([
  ['one that is not', '{ family: Source Sans 9 }', { line: 5, nearest: 'Source Sans 3' }],
  ['one outside the folder of typefaces', '{ family: ../puppeteer }', { line: 5, found: '"../puppeteer"' }],
  ['a weight it has not', '{ family: Source Sans 3, weights: [400, 650] }', { line: 5, found: '650 normal' }],
])('%s', async (_, font, expected) => {
  expect((await problem(font))?.details).toMatchObject({ file: 'brand.yaml', ...expected })
})
