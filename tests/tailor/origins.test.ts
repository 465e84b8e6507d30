import { describe, expect, test } from 'vitest'
import { prepareBuild } from '../../src/build/prepare.ts'
import { type Place, placesOf, placeText } from '../../src/document/places.ts'
import { sourcesFrom } from '../../src/document/source.ts'
import { lengthOf, type Origin, partOf } from '../../src/origin/origin.ts'
import { firstPlace } from '../../src/origin/places.ts'
import { originsOf } from '../../src/origin/walk.ts'
import { tailorDocument } from '../../src/tailor/tailor.ts'
import { makeSource } from '../support/source.ts'
import { harbourProfile, harbours } from '../update/updated.ts'

const data =
  '---\ndate: 2026-03-01\nsource: Statistics Coast\n---\ntable;row;column;value\nTable 1;Northport;Boats;1310 (52.4%)\n'

async function places(template: string, report = harbours, files: Record<string, string> = {}): Promise<Place[]> {
  const { folders } = makeSource({
    'report.md': report,
    'report.yaml': harbourProfile,
    'editorial.yaml': '{}',
    'templates/briefs/brief.md.hbs': template,
    'audiences/all.yaml':
      'title: All\nkicker: To all\nstale: show\ndocuments:\n  - { name: brief, template: briefs/brief.md.hbs, theme: standard, formats: [html] }\n',
    ...files,
  })
  const { documents, material } = await prepareBuild(folders, {})
  const { audience, document, edition } = documents[0]!
  return placesOf((await tailorDocument(audience, document, edition, material, folders.templates)).document)
}

/** The origin of words that a document shows. */
function originOf(all: Place[], words: string): Origin {
  for (const place of all) {
    const start = placeText(place).indexOf(words)
    let from = 0
    for (const { text, origin } of start < 0 ? [] : place.runs) {
      if (start >= from && start + words.length <= from + text.length)
        return partOf(origin, start - from, start - from + words.length)
      from += text.length
    }
  }
  throw new Error(`nothing shows "${words}"`)
}

const placeOf = (origin: Origin) => {
  const place = firstPlace(origin)
  return place && [place.line, place.column]
}

const pointOf = (report: string, words: string) => {
  const line = report.split('\n').findIndex((each) => each.includes(words))
  return [line + 1, report.split('\n')[line]!.indexOf(words) + 1]
}

describe('what a document shows comes from where its letters stand', () => {
  test.each(['Easton has fewer', '48.0%', 'Over 1,100 boats', 'in Easton.'])('"%s" of a paragraph', async (words) => {
    const all = await places('# T\n\n{{section "1" only="paragraphs"}}\n')
    expect(placeOf(originOf(all, words))).toEqual(pointOf(harbours, words))
  })

  test('behind marks, escapes, line ends and a range that is set with a dash', async () => {
    const report = `# T\n\n## 1 A\n\n> Of *12* \\*old\\* boats &amp; nets,\n> from 2019-20 on, **few** sail.\n`
    const all = await places('# T\n\n{{section "1"}}\n', report)
    for (const words of ['old', 'nets', 'few', 'sail'])
      expect(placeOf(originOf(all, words))).toEqual(pointOf(report, words))
    expect(placeOf(originOf(all, '2019–20'))).toEqual(pointOf(report, '2019-20'))
  })

  test('a slip that editors corrected is repaired, and what follows it stays in its place', async () => {
    const report = '# T\n\n## 1 A\n\nThe harbur master sails.\n'
    const editorial = 'corrections:\n  - { printed: harbur, correct: harbour }\n'
    const all = await places('# T\n\n{{section "1"}}\n', report, { 'editorial.yaml': editorial })
    const [slip] = originsOf(originOf(all, 'harbour'), 'repaired')
    expect(slip).toMatchObject({
      rule: 'correction',
      of: { start: { line: 5, column: 5 }, end: { line: 5, column: 11 } },
    })
    expect(placeOf(originOf(all, 'master'))).toEqual([5, 12])
  })

  test('a number that an update put in the place of another: a data file gave it, where the other stands', async () => {
    const all = await places('# T\n\n{{section "1" only="paragraphs"}}\n', harbours, { 'data/boats.csv': data })
    const origin = originOf(all, '1,310')
    expect(originsOf(origin, 'updated')).toMatchObject([{ file: 'data/boats.csv', line: 6, date: '2026-03-01' }])
    expect(placeOf(origin)).toEqual(pointOf(harbours, '1,200'))
    expect(placeOf(originOf(all, 'has fewer boats'))).toEqual(pointOf(harbours, 'has fewer boats'))
    // the mark behind the sentence is ours
    expect(sourcesFrom(originOf(all, ' [updated;'))).toEqual([])
  })

  test('a cell, with its column; an updated one with its data file', async () => {
    const template = '# T\n\n{{cell "Table 1" row="Southport" column="Quay"}}\n\n::table{of="Table 1"}\n'
    const all = await places(template, harbours, { 'data/boats.csv': data })
    expect(originOf(all, '20 m')).toMatchObject({ kind: 'cell', row: 'Southport', column: 'Quay' })
    expect(placeOf(originOf(all, '20 m'))).toEqual(pointOf(harbours, '20 m'))
    const updated = originOf(all, '1,310 (52.4%)')
    expect(updated).toMatchObject({ kind: 'cell', of: { kind: 'updated', file: 'data/boats.csv' } })
    expect(placeOf(updated)).toEqual(pointOf(harbours, '1,200 (48.0%)'))
  })

  test('every text that has an origin has one of its length', async () => {
    const all = await places('# T\n\n{{section "1"}}\n\n::table{of="Table 1"}\n', harbours, { 'data/boats.csv': data })
    const runs = all.flatMap((place) => place.runs).filter(({ origin, text }) => text && lengthOf(origin))
    expect(runs.length).toBeGreaterThan(20)
    for (const { text, origin } of runs) expect(lengthOf(origin), text).toBe(text.length)
  })
})
