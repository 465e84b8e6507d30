import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { prepareBuild } from '../../src/build/prepare.ts'
import { dresses } from '../../src/build/themes.ts'
import { renderHtml } from '../../src/render/html/html.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import { makeSource } from '../support/source.ts'

const attack = [
  '{{report.title}} {{#each this}}x{{/each}} {{{say "x"}}}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[klik](javascript:alert(1)) ![b](http://example.org/spy.png)',
  'et :::card i en sætning',
  ':::card\nIndhold.\n:::\n',
  '::table{of="TABEL 1"}',
  '\uE0000\uE001 `kode` **fed**',
]

const report = `# Titel <script>alert(0)</script>

## 1 Ord

${attack.join('\n\n')}

## 2 Tal

TABEL 2.1: HOVED <script>alert(2)</script> {{x}}

	A "onmouseover="alert(3)
Række {{y}}	<svg onload=alert(4)> {{z}} & </td></table>
Link	[her](javascript:alert(5))
`

const template = `# {{report.title}} :chip[{{cell "TABEL 2.1" row=1 column=2}}]

{{section "1"}}

:::card{title="{{cell "TABEL 2.1" row=1 column=2}}"}
{{cell "TABEL 2.1" row=2 column=2}}
:::

::table{of="TABEL 2.1"}
`

async function html(): Promise<string> {
  const { folders } = makeSource({
    'report.md': report,
    'report.yaml': 'language: da\ncaptions: { table: [TABEL] }\n',
    'templates/briefs/brief.md.hbs': template,
  })
  const { documents, material } = await prepareBuild(folders, {})
  const { audience, document, edition } = documents[0]!
  const made = (await tailorDocument(audience, document, edition, material, folders.templates)).document
  const { theme, layout } = await dresses(folders.templates)('standard', {})
  return renderHtml(made, theme, layout)
}

describe('the text of a report is data', () => {
  test('it stands in the document as it was written', async () => {
    const page = await html()
    expect(page).toContain('{{report.title}} {{#each this}}x{{/each}}')
    expect(page).toContain('&#x3C;script>alert(1)&#x3C;/script>')
    expect(page).toContain('&#x3C;img src=x onerror=alert(1)>')
    expect(page).toContain('et :::card i en sætning')
    // what stands around a block for another tool is taken out by the reader, and makes no card here
    expect(page).toMatch(/<p[^>]*>Indhold/)
    expect(page.match(/class="card/g)).toHaveLength(1)
    expect(page).toContain('::table{of=')
    expect(page).toContain('\uE0000\uE001')
  })

  test('nothing of it becomes markup, script, style or address', async () => {
    const page = await html()
    const body = page.slice(page.indexOf('</head>'), page.indexOf('<script'))
    const tags = [...body.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)]
    expect(
      tags.map(([, name]) => name).filter((name) => ['script', 'svg', 'img', 'iframe', 'style'].includes(name!)),
    ).toEqual(['img'])
    expect(
      tags.filter(([, , attributes]) =>
        /\son\w+=|javascript:|src=/.test(
          attributes!.replace(/"[^"]*"/g, (value) => (/javascript:/.test(value) ? value : '""')),
        ),
      ),
    ).toEqual([])
    // the one script is the layout's, at the end
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toMatch(/<\/(?:main|footer)>\s+<script/)
  })

  test('the page forbids requests, and every script but its own', async () => {
    const page = await html()
    const script = /<script[^>]*>(.*)<\/script>/s.exec(page)![1]!
    const hash = createHash('sha256').update(script).digest('base64')
    expect(page).toContain(
      `default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; script-src 'sha256-${hash}'"`,
    )
  })
})
