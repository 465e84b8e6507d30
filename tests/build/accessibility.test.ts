import { beforeAll, expect, test } from 'vitest'
import type { Artifact, ArtifactFinding } from '../../src/build/manifest.ts'
import { type BuildFolders, type PreparedBuild, prepareBuild } from '../../src/build/prepare.ts'
import { pagesAbout } from '../../src/build/run.ts'
import { effectsWith } from '../support/effects.ts'
import { makeSource } from '../support/source.ts'

/** The accessibility statement of the small report, as if its files were these. */
const file = (format: string, findings: ArtifactFinding[] = []): Artifact => ({
  path: `alle/brief.${format}`,
  audience: 'alle',
  edition: null,
  document: 'brief',
  format,
  sha256: '',
  bytes: 1,
  pages: 1,
  words: 1,
  lix: null,
  title: 'Havnen <lukker>',
  recipe: '',
  inputs: [],
  sources: [],
  findings,
})
const finding = (rule: string, severity: ArtifactFinding['severity']) => ({ rule, severity, message: 'noget' })

let prepared: PreparedBuild
let folders: BuildFolders
beforeAll(async () => {
  folders = makeSource().folders
  prepared = await prepareBuild(folders, {})
})

async function statement(...artifacts: Artifact[]): Promise<string> {
  const pages = await pagesAbout(prepared, artifacts, folders, effectsWith(), async () => new Uint8Array())
  const html = pages.get('accessibility.html')!
  return html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<[^>]+>|\s+/g, ' ')
    .replace(/\s+/g, ' ')
}

test('PDFs in which nothing was found conform', async () => {
  const text = await statement(file('pdf'), file('docx'))
  expect(text).toContain('ingen fejl i PDF-filerne (1 i alt)')
  expect(text).toContain('findes også som Word')
})

test.each([
  ['pdf-contrast', 'error', '1.4.3'],
  ['pdf-reading-order', 'warning', '1.3.2'],
] as const)(
  'a %s is told with its criterion, error or not, for the file does not conform',
  async (rule, severity, criterion) => {
    const text = await statement(file('pdf', [finding(rule, severity)]), file('docx'))
    expect(text).toContain('delvist')
    expect(text).toMatch(new RegExp(`Havnen &#x3C;lukker> .*: ${criterion.replaceAll('.', '\\.')}`))
    expect(text).not.toContain('ingen fejl')
  },
)

test('what says nothing of access is not told', async () => {
  expect(await statement(file('pdf', [finding('overfull-slide', 'warning')]))).toContain('ingen fejl')
})

test('without a PDF nothing is said to conform', async () => {
  const text = await statement(file('docx'))
  expect(text).not.toMatch(/PDF\/UA|ingen fejl/)
  expect(text).toContain('ikke kontrolleret')
})
