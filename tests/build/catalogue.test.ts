import { beforeAll, expect, test } from 'vitest'
import type { Artifact } from '../../src/build/manifest.ts'
import { type BuildFolders, type PreparedBuild, prepareBuild } from '../../src/build/prepare.ts'
import { pagesAbout } from '../../src/build/run.ts'
import type { Printer } from '../../src/render/pdf/printer.ts'
import { effectsWith } from '../support/effects.ts'
import { makeSource } from '../support/source.ts'

/** The catalogue of the small report, as if its files were these. */
const file = (path: string, more: Partial<Artifact> = {}): Artifact => ({
  path,
  audience: path.split('/')[0]!,
  edition: null,
  document: 'brief',
  format: path.split('.').at(-1)!,
  sha256: '',
  bytes: 12_345,
  pages: null,
  words: 120,
  lix: null,
  recipe: '',
  title: 'Havnen <lukker>',
  inputs: [],
  sources: [],
  findings: [],
  ...more,
})
let prepared: PreparedBuild
let folders: BuildFolders

beforeAll(async () => {
  const documents = '  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [html] }'
  const more = { 'audiences/andre.yaml': `title: De andre\nkicker: Til de andre\ndocuments:\n${documents}\n` }
  folders = makeSource(more).folders
  prepared = await prepareBuild(folders, { audiences: ['alle'] })
})

const encoded = async (path: string) => new TextEncoder().encode(path)

async function main(artifacts: Artifact[], printer?: Partial<Printer>): Promise<string> {
  const effects = effectsWith(printer && { printer: printer as Printer })
  const html = (await pagesAbout(prepared, artifacts, folders, effects, encoded)).get('index.html')!
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

test('a file is told by format, pages and size, as the language writes them', async () => {
  const html = await main([
    file('alle/brief.html'),
    file('alle/brief.pdf', { pages: 1, bytes: 999_400 }),
    file('alle/note.pdf', { document: 'note', pages: 12, bytes: 1_250_000 }),
  ])
  const labels = [...html.matchAll(/aria-describedby="[^"]*">([^<]*)</g)].map(([, label]) => label)
  expect(labels).toEqual(['PDF, 1 side, 999\u00a0kB', 'HTML, 12\u00a0kB', 'PDF, 12 sider, 1,3\u00a0MB'])
  expect(html.match(/<h3/g)).toHaveLength(2)
  expect(html).toContain('Havnen &lt;lukker&gt;')
})

test('words and reading level stand where they were counted', async () => {
  expect(await main([file('alle/brief.html', { words: 1812, lix: 39 })])).toContain('1.812 ord · lix 39')
  expect(await main([file('alle/brief.html')])).not.toMatch(/lix/)
})

test('findings are told once for a document, and where there are none that is', async () => {
  const findings = [{ rule: 'r', severity: 'warning' as const, message: 'Tre sider, ikke to' }]
  const html = await main([file('alle/brief.html', { findings }), file('alle/brief.pdf', { findings, pages: 3 })])
  expect(html.match(/Tre sider, ikke to/g)).toHaveLength(1)
  expect(html).not.toContain('Ingen bemærkninger')
  expect(await main([file('alle/brief.html')])).toContain('Ingen bemærkninger')
})

test('an audience that was not built now has its title, and one that is gone its name', async () => {
  const html = await main([file('alle/brief.html'), file('andre/brief.html'), file('borte/brief.html')])
  expect([...html.matchAll(/<h2>([^<]*)</g)].map(([, title]) => title)).toEqual(['Alle', 'De andre', 'borte'])
})

test('an address leads to its file, whatever its name', async () => {
  expect(await main([file('alle/Øst & Vest/brief.html')])).toContain('href="alle/%C3%98st%20%26%20Vest/brief.html"')
})

test('without a browser there is a catalogue without pictures', async () => {
  expect(await main([file('alle/brief.pdf')])).not.toContain('<img')
})

test('the picture is of the PDF where there is one, else of the HTML as it would be printed', async () => {
  const printer: Partial<Printer> = {
    print: async (html) => ({ pdf: new TextEncoder().encode(`printed ${html}`), refused: [], overfull: [] }),
    firstPage: async (pdf) => pdf,
  }
  const pictures = async (artifacts: Artifact[]) =>
    [...(await main(artifacts, printer)).matchAll(/<img src="data:image\/webp;base64,([^"]*)" alt="([^"]*)"/g)].map(
      ([, data, alt]) => [Buffer.from(data!.replaceAll('&#x3D;', '='), 'base64').toString(), alt],
    )
  const alt = 'Første side af Havnen &lt;lukker&gt;'
  expect(await pictures([file('alle/brief.html'), file('alle/brief.pdf')])).toEqual([['alle/brief.pdf', alt]])
  expect(await pictures([file('alle/brief.html')])).toEqual([['printed alle/brief.html', alt]])
  expect(await pictures([file('alle/brief.docx')])).toEqual([])
})
