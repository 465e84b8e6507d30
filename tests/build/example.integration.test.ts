import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { everySection } from '../../src/model/sections.ts'
import { tailorAll } from '../support/built.ts'
import { builtOnce } from '../support/built-once.ts'
import { extractedProfile } from '../support/extracted-report.ts'

/** The reports in examples/: of other things, in other words, read by the same code. */
const examples = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe.each(examples)('examples/%s', async (name) => {
  const source = join('examples', name)
  const { out, artifacts } = await builtOnce(source)
  const { prepared } = await tailorAll(source)

  test('builds, without a finding', () => {
    const planned = prepared.documents.flatMap((each) => each.artifacts.map(({ path }) => path))
    expect(artifacts.map(({ path }) => path)).toEqual(planned.sort())
    expect(artifacts.length).toBeGreaterThan(0)
    expect(artifacts.flatMap(({ findings }) => findings)).toEqual([])
  })

  test('every line of its report is accounted for', () => {
    expect(prepared.source.report.coverage.unaccounted).toEqual([])
  })

  test('no page shows markup, tokens or holes', () => {
    for (const { path } of artifacts.filter(({ format }) => format === 'html')) {
      const html = readFileSync(join(out, path), 'utf8')
      const body = html.slice(html.indexOf('<main>'), html.indexOf('</main>')).replace(/<[^>]+>/g, '¦')
      expect(body, path).not.toMatch(/\{\{|\}\}|:::|\*\*|\uE000|\[\^|&lt;|undefined|\[object|NaN/)
      expect(html, path).not.toMatch(/<(td|th)[^>]*data-source[^>]*><\/\1>|<(p|li|h[1-6]|dd|caption)>\s*<\/\2>/)
    }
  })
})

describe('the report on library hours', async () => {
  const source = 'examples/library-hours'
  const { out, artifacts } = await builtOnce(source)
  const { report, profile } = (await tailorAll(source)).prepared.source
  const read = (path: string) => readFileSync(join(out, path), 'utf8')

  test('its cards are none of those of the report that came out of a PDF', () => {
    const types = Object.keys(profile.cards)
    expect(types).toEqual(['measure', 'routine', 'pilot'])
    expect(types.filter((type) => type in extractedProfile.cards)).toEqual([])
    expect(Object.keys(profile.entities).filter((type) => type in extractedProfile.entities)).toEqual([])
  })

  test('its numbered sections, three deep', () => {
    const numbers = [...everySection(report.sections)].flatMap(({ number }) => number ?? [])
    expect(numbers).toEqual(
      '1 2 2.1 2.2 2.2.1 2.2.2 3 3.1 3.2 3.2.1 3.3 3.4 4 4.1 4.2 5'.split(' ').concat('Appendix A', 'Appendix B'),
    )
  })

  test('its tables: captions, source lines, escaped pipes, rows that end early', () => {
    const ids = report.tables.flatMap(({ id }) => id ?? [])
    expect(ids).toEqual(['Table 1', 'Table 2', 'Table 3', 'Table 4', 'Table 5', 'Figure 1', 'Table 6', 'Table 7'])
    const [first, visits, , doors, incidents] = report.tables
    expect(first).toMatchObject({
      caption: 'Opening hours a week before and after',
      source: 'Timetables of the county in weeks without holidays',
    })
    expect(visits!.rows[3]!.map(({ text }) => text)).toEqual(['Stanner', '35,900', '34,100', '-5.0%', '7,200', '21.1%'])
    expect(visits!.rows[3]![3]!.values).toEqual([{ value: -5, unit: '%', text: '-5.0%' }])
    expect(doors!.rows.map((row) => row.map(({ text }) => text).slice(2))).toEqual([
      ['Card | Code', '18', '24 hours a day'],
      ['Card | Code', '16', '24 hours a day'],
      ['Card | Phone', '15', ''],
      ['', '', ''],
    ])
    // written in HTML, with rowspan and colspan
    expect(incidents!.header).toHaveLength(6)
    expect(incidents!.rows.map((row) => row.map(({ text }) => text).join(' | '))).toEqual([
      'Town | Harrowmere Central | 14 | 3 | 6 | 2',
      'Town | Penstow | 9 | 1 | 4 | 1',
      'Village | Quillby | 3 | 0 | 1 | 0',
      'Village | Stanner | not counted | not counted | 4 | 1',
    ])
  })

  test('what its front matter says of it', () => {
    expect([report.title, report.subtitle, report.publisher, report.date]).toEqual([
      'After the staff go home',
      'Self-service hours in four public libraries, 2022–2024',
      'Northmere County Libraries',
      '2025-03',
    ])
  })

  test('its cards, pilots, libraries and footnotes', () => {
    expect(report.cards.map(({ type, title }) => [type, title])).toEqual([
      ['measure', 'Keep the staffed hours when adding others'],
      ['measure', 'Give children a way in'],
      ['measure', 'Put a person near the door in the first hour'],
      ['routine', 'closing walk'],
      ['routine', 'evening hosts'],
      ['routine', 'light log'],
      ['routine', 'adopt an evening'],
      ['routine', 'paper calendar'],
      ['pilot', 'Homework hour with a key'],
      ['pilot', 'Phone as a key'],
    ])
    expect(report.cards.at(-1)!.fields).toMatchObject({ place: 'Quillby', strength: '2 (no group to compare with)' })
    expect(report.studies).toEqual([])
    expect(report.entities.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'library Harrowmere',
      'library Penstow',
      'library Quillby',
      'library Stanner',
    ])
    for (const { name, facts } of report.entities)
      expect(facts.filter(({ table }) => table === 'Table 2').length, name).toBe(5)
    expect(report.footnotes.map(({ number, referenceLines }) => [number, referenceLines.length])).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ])
  })

  test('every table has its columns, its rows and its place', () => {
    expect(report.tables.map(({ id, kind, header, rows }) => [id, kind, header?.length, rows.length])).toEqual([
      ['Table 1', 'table', 6, 5],
      ['Table 2', 'table', 6, 5],
      ['Table 3', 'table', 4, 5],
      ['Table 4', 'table', 5, 4],
      ['Table 5', 'table', 6, 4],
      ['Figure 1', 'figure', undefined, 0],
      [null, 'form', undefined, 7],
      [null, 'form', undefined, 7],
      ['Table 6', 'table', 4, 3],
      ['Table 7', 'table', 4, 3],
    ])
    expect(report.tables.map(({ section }) => section)).toEqual(
      '3.1 3.2 3.3 3.4 3.4 3.4 4.2 4.2 appendix-a appendix-b'.split(' '),
    )
  })

  test('nothing in it is odd, and nothing is repaired', () => {
    expect(report.warnings).toEqual([])
    expect(report.repairs).toEqual([])
  })

  test('what it refers to is there, but for the section that never was', () => {
    const dead = report.crossReferences.filter(({ resolves }) => !resolves)
    expect(dead.map(({ text }) => text)).toEqual(['section 3.5'])
  })

  test('the councillors get the numbers of three tables', async () => {
    const html = read('councillors/brief.html')
    const text = html.replace(/<\/?span[^>]*>/g, '')
    for (const number of ['243', '22.5%', '£1.33', '196,900', '50.0%', '-5.0%', '£2.60']) expect(text).toContain(number)
    expect(html.match(/class="entry"/g)).toHaveLength(3)
    const marked = [...html.matchAll(/<tr class="highlight"><th[^>]*>(.*?)<\/th>/g)].map(([, label]) => label)
    expect(marked.map((label) => label!.replace(/<[^>]+>/g, ''))).toEqual(['Stanner'])
    for (const pilot of report.cards.filter(({ type }) => type === 'pilot')) {
      expect(text).toContain(pilot.title)
      expect(text).toContain(pilot.fields.outcome)
    }
  })

  test.each([
    ['Harrowmere', '68', '6.8%', '£1.30'],
    ['Penstow', '64', '22.2%', '£1.20'],
    ['Quillby', '63', '50.0%', '£0.98'],
    ['Stanner', '48', '-5.0%', '£2.60'],
  ])('%s gets its own numbers, and its own row is marked', (library, ...numbers) => {
    const html = read(`branches/${library}/brief.html`)
    const figures = [...html.matchAll(/<div class="key-figure"><p>(.*?)<\/p>/g)].map(([, figure]) => figure)
    expect(figures.map((figure) => figure!.replace(/<[^>]+>/g, ''))).toEqual(numbers)
    const marked = [...html.matchAll(/<tr class="highlight"><th[^>]*>(.*?)<\/th>/g)].map(([, label]) => label)
    expect(marked).toHaveLength(2)
    for (const label of marked) expect(label).toContain(library)
  })

  test('a printed brief keeps to its pages', () => {
    const brief = artifacts.find(({ path }) => path === 'councillors/brief.pdf')
    expect(brief).toMatchObject({ pages: 2, findings: [] })
  })
})
