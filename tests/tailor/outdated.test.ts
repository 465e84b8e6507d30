import { describe, expect, test } from 'vitest'
import { prepareBuild } from '../../src/build/prepare.ts'
import { type Document, sourcesOf } from '../../src/document/document.ts'
import { fingerprint } from '../../src/editorial/fingerprint.ts'
import { plainText } from '../../src/model/text.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import { makeSource } from '../support/source.ts'
import { harbourProfile, harbours } from '../update/updated.ts'

const lines = harbours.split('\n')
const editorial = `statements:
  - { id: lead, text: "Northport has *48.0%* of all boats", basis: [13], fingerprint: ${fingerprint([[13, 13]], lines)}, approved: read }
  - { id: one, group: facts, text: "More than half, or nearly", basis: [13], fingerprint: ${fingerprint([[13, 13]], lines)}, approved: read }
  - { id: two, group: facts, text: "Ropes are a must", basis: [22], fingerprint: ${fingerprint([[22, 22]], lines)}, approved: read }
`
const data = (value: string) =>
  `---\ndate: 2026-03-01\nsource: Statistics Coast\n---\ntable;row;column;value\nTable 1;Northport;Boats;${value}\n`

async function made(
  template: string,
  { stale = '', value = '1310 (52.4%)', kind = 'briefs', more = {} as Record<string, string> } = {},
): Promise<{ document: Document; data: string[] }> {
  const { folders } = makeSource({
    'report.md': harbours,
    'report.yaml': harbourProfile,
    'editorial.yaml': editorial,
    'data/boats.csv': data(value),
    [`templates/${kind}/brief.md.hbs`]: template,
    'audiences/alle.yaml': `title: All\nkicker: To all\n${stale ? `stale: ${stale}\n` : ''}documents:\n  - { name: brief, template: ${kind}/brief.md.hbs, theme: standard, formats: [html] }\n`,
    ...more,
  })
  const { documents, material } = await prepareBuild(folders, {})
  const { audience, document, edition } = documents[0]!
  return tailorDocument(audience, document, edition, material, folders.templates)
}

const text = async (...given: Parameters<typeof made>) => plainText((await made(...given)).document.tree)
const quoting = '# Boats\n\n{{section "1" only="paragraphs"}}\n'

describe('a sentence that an update made untrue', () => {
  test('fails the document, each with its line, the old and the new value', async () => {
    const failed = await made(quoting).catch((error) => error)
    expect(
      failed.problems.map(({ exitCode, details }: { exitCode: number; details: object }) => ({ exitCode, ...details })),
    ).toMatchObject([
      {
        exitCode: 1,
        file: 'source/report.md',
        line: 5,
        column: 23,
        found: '"1,200", now 1,310: Table 1, Northport, Boats was 1,200 (48.0%), is 1,310 (52.4%)',
      },
      { exitCode: 1, line: 5, found: expect.stringContaining('"48.0", now 52.4') },
      {
        exitCode: 1,
        line: 7,
        found: expect.stringContaining('"2,500", now 2,610'),
        expected: expect.stringMatching(/prisme approve c-[0-9a-f]{8} .*stale: show/),
      },
      { exitCode: 1, line: 7, found: expect.stringContaining('"1,100"') },
    ])
  })

  test('is shown with the new number and a mark in words, and listed in a note', async () => {
    const { document } = await made(quoting, { stale: 'show' })
    const shown = plainText(document.tree)
    expect(shown).toContain(
      'In 2024 Northport had 1,310 boats, which is 52.4% of all. [updated; in the report 1,200; 48.0] Northport has',
    )
    // "over" may not fit the new number
    expect(shown).toContain(
      'Over 1,100 boats lie in Northport, and about 640 in Easton. [updated; in the report 1,100, now 1,310]',
    )
    expect(shown).toContain('Easton has fewer boats than Southport')
    const note = document.tree.children.find(({ type }) => type === 'callout')!
    expect(plainText(note)).toContain(
      'Table 1, Northport, Boats: in the report 1,200 (48.0%), now 1,310 (52.4%); updated 1 March 2026, source Statistics Coast.',
    )
    expect(sourcesOf(document)).toContainEqual(
      expect.objectContaining({
        table: 'Table 1',
        row: 'Northport',
        updated: expect.objectContaining({ file: 'data/boats.csv', line: 6 }),
      }),
    )
  })

  test.each([
    [
      'hard-wrapped in a quote',
      '> In 2024 Northport\n> had 1,200\n> boats. It is large.',
      'had 1,310 boats. [updated; in the report 1,200] It is',
    ],
    ['with marks in it', 'In 2024 **Northport** had *1,200* boats.', 'had 1,310 boats. [updated; in the report 1,200]'],
    [
      'behind an escape and a reference',
      'A \\*star\\* &amp; more. Northport had 1,200 boats.',
      '*star* & more. Northport had 1,310 boats. [',
    ],
    [
      'in a list',
      '- North\n- Northport had 1,200 boats in 2024\n- South',
      'Northport had 1,310 boats in 2024 [updated; in the report 1,200]',
    ],
    [
      'twice in the same words, each of its own place',
      'Northport had 1,200 boats. Southport had 1,200 boats. Northport had 1,200 boats.',
      'Northport had 1,310 boats. [updated; in the report 1,200] Southport had 1,200 boats. Northport had 1,310 boats. [updated; in the report 1,200]',
    ],
  ])('is shown with the new number where it stands %s', async (_, written, shown) => {
    const [before, after] = harbours.split(/In 2024 Northport[\s\S]*?in Easton\.\n/) as [string, string]
    const more = { 'report.md': `${before}${written}\n${after}`, 'editorial.yaml': '{}' }
    expect(await text('# Boats\n\n{{section "1"}}\n', { stale: 'show', more })).toContain(shown)
  })

  test('is left out', async () => {
    const shown = await text(quoting, { stale: 'leave-out' })
    expect(shown).not.toMatch(/1,200 boats|2,500|Over 1,100|1,310/)
    expect(shown).toContain('Northport has the most boats of the three harbours. Easton has fewer')
  })

  test('a comparison is marked', async () => {
    const shown = await text(quoting, { stale: 'show', value: '600 (24%)' })
    expect(shown).toContain('Northport has the most boats of the three harbours. [no longer holds: most]')
  })

  test('stands as it is where someone approved it with these values, and not with others', async () => {
    const failed = await made(quoting).catch((error) => error)
    const ids: string[] = failed.problems.map(
      ({ details }: { details: { expected: string } }) => /c-[0-9a-f]{8}/.exec(details.expected)![0],
    )
    const { folders } = makeSource({
      'report.md': harbours,
      'report.yaml': harbourProfile,
      'data/boats.csv': data('1310 (52.4%)'),
    })
    const { material } = await prepareBuild(folders, {})
    const claims = material.untrue.map(
      ({ id, fingerprint }) => `  - { id: ${id}, sentence: x, fingerprint: "${fingerprint}", approved: of 2024 }\n`,
    )
    expect(claims).toHaveLength(ids.length)
    const more = { 'editorial.yaml': `claims:\n${claims.join('')}` }
    expect(await text(quoting, { more })).toContain('In 2024 Northport had 1,200 boats')
    await expect(made(quoting, { more, value: '1320 (52.4%)' })).rejects.toThrow(/untrue/)
  })
})

describe('a statement that rests on an updated cell', () => {
  const saying = '# {{say "lead"}}\n\n{{#each (statements "facts")}}\n- {{this}}\n{{/each}}\n'

  test('fails the document', async () => {
    await expect(made(saying)).rejects.toMatchObject({
      exitCode: 1,
      details: {
        found: expect.stringMatching(/^lead \(line 2\) untrue: "48.0" is 52.4 now; one \(line 3\) read again: /),
      },
    })
  })

  test('is shown with the number as it is now and a mark, also in a note', async () => {
    const { document } = await made(saying, { stale: 'show' })
    expect(document.title).toBe('Northport has 52.4% of all boats [the figures behind this are updated]')
    expect(plainText(document.tree)).toContain('More than half, or nearly [the figures behind this are updated]')
    expect(plainText(document.tree)).toMatch(/Ropes are a must(?! \[)/)
  })

  test('is left out of a group; one asked for by name cannot be', async () => {
    const { document } = await made('# Boats\n\n{{#each (statements "facts")}}\n- {{this}}\n{{/each}}\n', {
      stale: 'leave-out',
    })
    expect(plainText(document.tree)).toContain('Ropes are a must')
    expect(plainText(document.tree)).not.toContain('More than half')
    await expect(made(saying, { stale: 'leave-out' })).rejects.toMatchObject({ exitCode: 1 })
  })
})

test('a deck has its note on a slide of its own, with its source', async () => {
  const { document } = await made('# Boats\n\n{{section "1" only="paragraphs"}}\n', { stale: 'show', kind: 'decks' })
  const last = document.tree.children.at(-1)!
  expect(last.type === 'slide' && plainText(last.title)).toBe('Updated since the report')
  expect(last.type === 'slide' && plainText(last.sources)).toContain('updated 1 March 2026, source Statistics Coast')
})

describe('values', () => {
  const showing = '# Boats\n\n{{value "Table 1" row="Northport" column="Boats"}}\n\n::table{of="Table 1"}\n'

  test('are the new ones, with date and source in the source line and the data file in the provenance', async () => {
    const { document, data } = await made(showing)
    expect(plainText(document.tree)).toContain('1,310')
    expect(plainText(document.tree)).toContain(
      'Source: Port Authority, table 1 (lines 9–16) of the report; updated 1 March 2026, source Statistics Coast.',
    )
    expect(data).toEqual(['data/boats.csv'])
  })

  test('a document that shows no cell of the table does not rest on the file', async () => {
    expect((await made('# Rules\n\n{{section "2" only="paragraphs"}}\n')).data).toEqual([])
  })

  test('what a data file says never becomes markup', async () => {
    const hostile = '[x](javascript:alert(1)) <b onclick=x>{{say lead}}</b> :::card # 30'
    const more = {
      'data/boats.csv': `---\ndate: 2026\nsource: "<script>*{{x}}*</script>"\n---\ntable;row;column;value\nTable 1;Southport;Berths;"${hostile.replaceAll('"', '""')}"\n`,
    }
    const { document } = await made(
      '# Boats\n\n{{cell "Table 1" row="Southport" column="Berths"}}\n\n::table{of="Table 1"}\n',
      { more },
    )
    expect(plainText(document.tree)).toContain(hostile)
    expect(plainText(document.tree)).toContain('source <script>*{{x}}*</script>')
    const types = new Set<string>()
    const walk = (node: { type: string; children?: unknown[] }) => {
      types.add(node.type)
      for (const child of node.children ?? []) walk(child as typeof node)
    }
    walk(document.tree)
    expect([...types].filter((type) => ['html', 'link', 'strong', 'emphasis', 'card'].includes(type))).toEqual([])
  })
})
