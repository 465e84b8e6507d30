import { describe, expect, test } from 'vitest'
import { everySection, findSection } from '../../src/model/sections.ts'
import { modelled, outlined } from './modelled.ts'

const outline = (markdown: string, profile = {}) => outlined(modelled(markdown, profile).sections)

describe('numbered headings', () => {
  test('the number is the level, whatever the # says', () => {
    expect(
      outline('# Havnen\n\n### 1 Først\n\n# 1.1 Under\n\n## 1.1.1 Dybt\n\n## 1.2. Ved siden\n\n# 2. Så\n'),
    ).toEqual(['1 1 Først', '  2 1.1 Under', '    3 1.1.1 Dybt', '  2 1.2 Ved siden', '1 2 Så'])
  })

  test('the first heading is the title, unless it has a number', () => {
    expect(modelled('# Havnen\n\n## 1 Først\n').title).toBe('Havnen')
    expect(modelled('# 1 Først\n\n# Havnen\n').title).toBe('')
    expect(modelled('# Havnen\n', { title: 'Havnens regnskab' }).title).toBe('Havnens regnskab')
  })

  test('below one number: capitals above other letters, the first depth above a deeper one', () => {
    expect(
      outline(
        '# 1 A\n\n### ALLE SKIBE\n\n#### Små skibe\n\n### ALLE KAJER\n\n# 2 B\n\n### Kajer\n\n#### Dybe\n\n### Mere\n',
      ),
    ).toEqual([
      '1 1 A',
      '  2 - ALLE SKIBE',
      '    3 - Små skibe',
      '  2 - ALLE KAJER',
      '1 2 B',
      '  2 - Kajer',
      '    3 - Dybe',
      '  2 - Mere',
    ])
  })

  test('appendices are chapters', () => {
    expect(outline('# 1 A\n\n## 1.1 B\n\n### BILAG 2 – TAL\n\n## Bilag B: Mere\n\n## BILAG 4\n')).toEqual([
      '1 1 A',
      '  2 1.1 B',
      '1 Bilag 2 TAL',
      '1 Bilag B Mere',
      '1 Bilag 4 BILAG 4',
    ])
  })

  test('a mark may stand after the number, and a word for the chapter before it', () => {
    expect(
      outline('# 1 – A\n\n## 1.1: B\n\n## 1.2 - C\n\n## 2) D\n\n## Kapitel 3\n\n## Kapitel 4: E\n\n## 10-12 skibe\n'),
    ).toEqual(['1 1 A', '  2 1.1 B', '  2 1.2 C', '1 2 D', '1 3 Kapitel 3', '1 4 E', '  2 - 10-12 skibe'])
  })

  test('a year or a large number is no section number', () => {
    expect(outline('# Havnen\n\n## 1 A\n\n## 2020 var et år\n\n## 100 skibe\n')).toEqual([
      '1 1 A',
      '  2 - 2020 var et år',
      '  2 - 100 skibe',
    ])
  })
})

describe('headings without numbers', () => {
  test('the depths that occur are the levels', () => {
    expect(outline('# Havnen\n\n## Skibe\n\n#### Små\n\n## Kajer\n\n#### Dybe\n\n##### Dybest\n')).toEqual([
      '1 - Skibe',
      '  2 - Små',
      '1 - Kajer',
      '  2 - Dybe',
      '    3 - Dybest',
    ])
  })

  test('a line set in bold is a heading below the last', () => {
    expect(
      outline('# Havnen\n\n## Skibe\n\n**Små skibe**\n\nTekst.\n\n***Store skibe***\n\n**Fed tekst i en sætning.**\n'),
    ).toEqual(['1 - Skibe', '  2 - Små skibe', '    3 - Store skibe'])
  })
})

describe('headings that are no sections of the text', () => {
  test('a running head: it is printed again as a line of text, and stands above another heading', () => {
    const markdown = '# 1 A\n\n# HAVNEN\n\n# 1.1 B\n\nTekst.\n\nHAVNEN\n\nMere.\n'
    expect(outline(markdown)).toEqual(['1 1 A', '  2 runningHead - HAVNEN', '  2 1.1 B'])
  })

  test('a table of contents', () => {
    const report = modelled('# Havnen\n\n## Indhold\n\n1 A.....\t3\n1.1 B.....\t4\n\n## 1 A\n\nTekst.\n')
    expect(outlined(report.sections)).toEqual(['1 toc - Indhold', '1 1 A'])
    expect(report.tables).toEqual([])
  })

  test('back matter, by its title in the profile', () => {
    expect(outline('# 1 A\n\n## 1.1 B\n\n## OM OS\n\nVi.\n', { backMatter: ['Om os'] })).toEqual([
      '1 1 A',
      '  2 1.1 B',
      '1 backMatter - OM OS',
    ])
  })

  test('the title of a box', () => {
    expect(outline('# 1 A\n\n**BOKS 1.1: SKIBE**\n\nTekst.\n\n# 2 B\n', { captions: { box: ['BOKS'] } })).toEqual([
      '1 1 A',
      '  2 box - BOKS 1.1: SKIBE',
      '1 2 B',
    ])
  })
})

test('a section runs from its heading to the last line below it, and holds its blocks', () => {
  const report = modelled('Forrest.\n\n# 1 A\n\nTekst.\n\n## 1.1 B\n\nMere\ntekst.\n\n# 2 C\n')
  const [a, c] = report.sections
  expect([a!.line, a!.endLine, a!.children[0]!.line, a!.children[0]!.endLine]).toEqual([3, 10, 7, 10])
  expect([c!.line, c!.endLine]).toEqual([12, 12])
  expect(a!.body.map(({ position }) => position!.start.line)).toEqual([5])
  expect(report.frontMatter.map(({ position }) => position!.start.line)).toEqual([1])
})

test('each section has an id of its own', () => {
  const { sections } = modelled('# Havnen\n\n## Skibe & kajer\n\n## Skibe & kajer\n')
  expect([...everySection(sections)].map(({ id }) => id)).toEqual(['skibe-kajer', 'skibe-kajer-l5'])
})

test('a section is found by its number, else by its title', () => {
  const { sections } = modelled('# 1 Skibe\n\n## 1.1 Kajer\n\n# Bilag 2 – Tal\n')
  expect(findSection(sections, '1.1')?.title).toBe('Kajer')
  expect(findSection(sections, 'bilag 2')?.title).toBe('Tal')
  expect(findSection(sections, 'KAJER')?.number).toBe('1.1')
  expect(findSection(sections, '9')).toBeUndefined()
})
