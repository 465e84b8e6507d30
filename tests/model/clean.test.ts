import { expect, test } from 'vitest'
import { modelled, outlined, texts } from './modelled.ts'

/** A report as an author writes it in GFM: no page maker, no PDF. */
const report = `# The harbours of the coast

An overview for 2024.

## Boats

The fleet has *grown*.[^1] Table 1 has the numbers, and Table 7 none; see section 2.1.

Table 1: Boats and tons

| Harbour   | Boats | Tons landed |
|:----------|------:|------------:|
| Northport |    12 |   1,200 (55.5%) |
| Southport |     9 |         961 |

Source: The harbour office. Note: Preliminary.

### Small boats

- Alma
- Bell

Figure 1: The quay

## Cranes

Eight years passed before the first crane, which is why
this report is so short.

[^1]: By two boats.
`
const profile = { language: 'en' as const, entities: { harbour: [{ name: 'Northport' }, { name: 'Southport' }] } }
const model = modelled(report, profile)

test('title, language and sections', () => {
  expect([model.title, model.language, model.subtitle]).toEqual(['The harbours of the coast', 'en', null])
  expect(outlined(model.sections)).toEqual(['1 - Boats', '  2 - Small boats', '1 - Cranes'])
})

test('the table, its values and what stands below it', () => {
  const [table, figure] = model.tables
  expect(table).toMatchObject({
    id: 'Table 1',
    caption: 'Boats and tons',
    header: ['Harbour', 'Boats', 'Tons landed'],
    lines: [11, 14],
    source: 'The harbour office',
    notes: ['Preliminary.'],
    section: 'boats',
  })
  expect(texts(table!)).toEqual([
    ['Northport', '12', '1,200 (55.5%)'],
    ['Southport', '9', '961'],
  ])
  expect(table!.rows[0]![2]!.values).toEqual([
    { value: 1200, unit: null, text: '1,200' },
    { value: 55.5, unit: '%', text: '55.5%' },
  ])
  expect(figure).toMatchObject({ id: 'Figure 1', kind: 'figure', empty: true, section: 'small-boats' })
})

test('footnotes, references to tables and sections, entities', () => {
  expect(model.footnotes).toEqual([
    {
      number: 1,
      text: 'By two boats.',
      definitionLine: 30,
      spans: [[0, 30, 7]],
      referenceLines: [7],
      referenceColumns: [23],
    },
  ])
  expect(model.crossReferences.map(({ text, target, resolves }) => [text, target, resolves])).toEqual([
    ['section 2.1', '2.1', false],
    ['Table 1', 'Table 1', true],
    ['Table 7', 'TABLE 7', false],
  ])
  expect(model.entities[0]!.facts.map(({ column, value }) => [column, value])).toEqual([
    ['Boats', '12'],
    ['Tons landed', '1,200 (55.5%)'],
  ])
})

test('nothing is repaired and nothing is lost', () => {
  expect(model.repairs).toEqual([])
  expect(model.coverage.unaccounted).toEqual([])
})

test('with numbered headings the numbers are the levels', () => {
  const numbered = modelled(
    '# The harbours\n\n## 1 Boats\n\n### 1.1 Small boats\n\n## 2. Cranes\n\n## Appendix A: Tons\n',
    profile,
  )
  expect(outlined(numbered.sections)).toEqual(['1 1 Boats', '  2 1.1 Small boats', '1 2 Cranes', '1 Appendix A Tons'])
})
