import { expect, test } from 'vitest'
import { dresses } from '../../src/build/themes.ts'
import { renderHtml } from '../../src/render/html/html.ts'
import { makeSource } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

async function page(template: string): Promise<string> {
  const { theme, layout } = await dresses(makeSource().folders.templates)('standard', {})
  return renderHtml(await tailored(template), theme, layout)
}

test('a page is whole in itself', async () => {
  const html = await page('# Havnen\n\n::table{of="TABEL 2.1" highlight="Nordhavn"}\n')
  expect(html).toMatch(/<html lang="da">/)
  expect(html).toContain('<title>Havnen</title>')
  expect([...html.matchAll(/(?:src|href)\s*=\s*"?([^" >]+)/g)].map(([, target]) => target)).toEqual(['#content'])
  expect([...html.matchAll(/url\(([^)]{0,20})/g)].every(([, target]) => target!.startsWith('data:font/'))).toBe(true)
})

test('tables have captions, header cells with scope, and their sources', async () => {
  const html = await page('# T\n\n::table{of="TABEL 2.1" highlight="Nordhavn"}\n')
  expect(html).toMatch(/<caption><span data-source="report.md:\d+">Skibe og tons<\/span><\/caption>/)
  expect(html).toMatch(/<th scope="col" class="number highlight"[^>]*><span data-source="[^"]*">Nordhavn<\/span><\/th>/)
  expect(html).toMatch(/<th scope="row" data-source="report.md:14[^"]*">Skibe<\/th>/)
  expect(html).toContain(
    'data-source="report.md:14 TABEL 2.1 | Skibe | Nordhavn">5 (<span class="whole">55,6 pct.</span>)</td>',
  )
  expect(html).toMatch(/<p class="source"[^>]*>Kilde: Havnekontoret, <span class="whole">tabel 2\.1<\/span>/)
  expect(html).toContain('<span role="img" aria-label="ikke oplyst">–</span>')
})

test('a card is headed one level below where it stands', async () => {
  const html = await page(
    '# T\n\n## To\n\n::::cards\n:::card{title="kran"}\nx\n:::\n::::\n\n:::callout{title="obs"}\ny\n:::\n',
  )
  expect(html.match(/<h3 class="title">Kran<\/h3>/)).not.toBeNull()
  expect(html.match(/<h3 class="title">Obs<\/h3>/)).not.toBeNull()
})

test('a typeface outside Latin-1 comes along only where its letters do', async () => {
  const plain = await page('# Havn\n')
  const polish = await page('# Łódź\n')
  expect(polish.length).toBeGreaterThan(plain.length + 20_000)
})

test('a passage in another language says which', async () => {
  const html = await page(
    '# T\n\nMetoden :lang[*Individual* Placement and Support]{en}.\n\n:chip[:lang[saudade]{pt-BR}]\n',
  )
  expect(html).toContain(
    'Metoden <span lang="en" aria-atomic="false"><em>Individual</em> Placement and Support</span>.',
  )
  expect(html).toContain('<span class="chip"><span lang="pt-BR" aria-atomic="false">saudade</span></span>')
})
