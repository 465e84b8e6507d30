import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { BuildFolders } from '../../src/build/prepare.ts'

const root = mkdtempSync(join(tmpdir(), 'prisme-test-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

/** A source folder on disk, made of the files a test cares about; the rest is a small report that builds. */
export function makeSource(files: Record<string, string | Uint8Array> = {}): { folder: string; folders: BuildFolders } {
  const folder = mkdtempSync(join(root, 'source-'))
  for (const [name, content] of Object.entries({ ...smallSource, ...files })) {
    const path = join(folder, 'source', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  const source = join(folder, 'source')
  return {
    folder,
    folders: {
      source: { path: source, shown: 'source', name: 'source' },
      templates: {
        folders: [
          { path: join(source, 'templates'), shown: 'source/templates', name: 'source/templates' },
          { path: resolve('templates'), shown: 'templates', name: 'templates' },
        ],
      },
    },
  }
}

export const smallReport = `# Havnens regnskab

## 1 Indledning

Havnen lagde ni skibe til kaj.

Kun *Nordhavn* voksede.

## 2 Tal

TABEL 2.1: SKIBE OG TONS

	Nordhavn	Sydhavn
Skibe	5 (55,6 pct.)	4 (44,4 pct.)
Tons	1.200	950
Kraner		2

Kilde: Havnekontoret. Note: Foreløbige tal.

## 3 Råd

### RÅD #1. KØB EN KRAN

Nordhavn har ingen kran. Det koster tid.
`

const smallSource: Record<string, string> = {
  'report.md': smallReport,
  'report.yaml': `language: da
captions: { table: [TABEL] }
cards:
  raad: { from: headings, in: "3", heading: "RÅD #{number}. {title}" }
entities:
  havn:
    - { name: Nordhavn }
    - { name: Sydhavn, aliases: [Søndre Havn] }
`,
  'editorial.yaml': 'statements: []\n',
  'audiences/alle.yaml': `title: Alle
kicker: Til alle
documents:
  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [html] }
`,
  'templates/briefs/brief.md.hbs': '# Havnen\n\n{{section "1"}}\n',
}
