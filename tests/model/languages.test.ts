import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/locale/locales.ts'
import { modelled } from './modelled.ts'

/** One small report in each language, with a bit of everything that languages write in their own way. */
interface Sample {
  report: string
  contents: string
  table: { id: string; caption: string; notes: string[]; source: string }
  values: { value: number; max?: number; unit: string | null }[]
  /** Text, target and whether there is one. */
  references: [string, string, boolean][]
  appendix: [string, string]
}

const samples: Record<Language, Sample> = {
  da: {
    contents: 'Indholdsfortegnelse',
    report: `# Indholdsfortegnelse

- [Havnene](#havnene)

# 1 Havnene

Som tabel 1 viser[^1], jf. afsnit 1.1, figur 7 og bilag A. Se også bilag 9.

Tabel 1: Skibe i havn

| Havn | Skibe |
|---|---|
| Nord | 1.234,5 mio. kr. |
| Syd | 10-15 skibe |
| Øst | Tre til fire uger |

Anm.: Foreløbige tal.

Kilde: Havnen, 2020.

## 1.1 Skibene

Tekst.

# Bilag A: Lister

Tekst.

[^1]: En note.
`,
    table: { id: 'Tabel 1', caption: 'Skibe i havn', notes: ['Foreløbige tal.'], source: 'Havnen, 2020' },
    values: [
      { value: 1234.5, unit: 'mio. kr.' },
      { value: 10, max: 15, unit: 'skibe' },
      { value: 3, max: 4, unit: 'uger' },
    ],
    references: [
      ['afsnit 1.1', '1.1', true],
      ['tabel 1', 'Tabel 1', true],
      ['figur 7', 'FIGUR 7', false],
      ['bilag A', 'Bilag A', true],
      ['bilag 9', 'Bilag 9', false],
    ],
    appendix: ['Bilag A', 'Lister'],
  },
  nb: {
    contents: 'Innhold',
    report: `# Innhold

- [Havnene](#havnene)

# 1 Havnene

Som tabell 1 viser[^1], jf. avsnitt 1.1, figur 7 og vedlegg A. Se også vedlegg 9.

Tabell 1. Skip i havn

| Havn | Skip |
|---|---|
| Nord | 1 234,5 mill. kr |
| Sør | 10–15 skip |
| Øst | Tre til fire uker |

Merknad: Foreløpige tall.

Kilde: Havnen, 2020.

## 1.1 Skipene

Tekst.

# Vedlegg A: Lister

Tekst.

[^1]: En note.
`,
    table: { id: 'Tabell 1', caption: 'Skip i havn', notes: ['Foreløpige tall.'], source: 'Havnen, 2020' },
    values: [
      { value: 1234.5, unit: 'mill. kr' },
      { value: 10, max: 15, unit: 'skip' },
      { value: 3, max: 4, unit: 'uker' },
    ],
    references: [
      ['avsnitt 1.1', '1.1', true],
      ['tabell 1', 'Tabell 1', true],
      ['figur 7', 'FIGUR 7', false],
      ['vedlegg A', 'Vedlegg A', true],
      ['vedlegg 9', 'Vedlegg 9', false],
    ],
    appendix: ['Vedlegg A', 'Lister'],
  },
  sv: {
    contents: 'Innehåll',
    report: `# Innehåll

- [Hamnarna](#hamnarna)

# 1 Hamnarna

Som tabell 1 visar[^1], se avsnitt 1.1, figur 7 och bilaga A. Se även bilaga 9.

Tabell 1 – Skepp i hamn

| Hamn | Skepp |
|---|---|
| Norr | 1 234,5 miljoner kr |
| Söder | 10–15 skepp |
| Öster | Tre till fyra veckor |

Anm.: Preliminära tal.

Källa: Hamnen, 2020.

## 1.1 Skeppen

Text.

# Bilaga A: Listor

Text.

[^1]: En not.
`,
    table: { id: 'Tabell 1', caption: 'Skepp i hamn', notes: ['Preliminära tal.'], source: 'Hamnen, 2020' },
    values: [
      { value: 1234.5, unit: 'miljoner kr' },
      { value: 10, max: 15, unit: 'skepp' },
      { value: 3, max: 4, unit: 'veckor' },
    ],
    references: [
      ['avsnitt 1.1', '1.1', true],
      ['tabell 1', 'Tabell 1', true],
      ['figur 7', 'FIGUR 7', false],
      ['bilaga A', 'Bilaga A', true],
      ['bilaga 9', 'Bilaga 9', false],
    ],
    appendix: ['Bilaga A', 'Listor'],
  },
  de: {
    contents: 'Inhaltsverzeichnis',
    report: `# Inhaltsverzeichnis

- [Die Häfen](#die-haefen)

# 1 Die Häfen

Wie Tabelle 1 zeigt[^1], siehe Abschnitt 1.1, Abbildung 7 und Anhang A. Siehe auch Anhang 9.

Tabelle 1 – Schiffe im Hafen

| Hafen | Schiffe |
|---|---|
| Nord | 1.234,5 Mio. € |
| Süd | 10–15 Schiffe |
| Ost | Drei bis vier Wochen |

Anmerkung: Vorläufige Zahlen.

Quelle: Hafenamt, 2020.

## 1.1 Die Schiffe

Text.

# Anhang A: Listen

Text.

[^1]: Eine Fußnote.
`,
    table: { id: 'Tabelle 1', caption: 'Schiffe im Hafen', notes: ['Vorläufige Zahlen.'], source: 'Hafenamt, 2020' },
    values: [
      { value: 1234.5, unit: 'Mio. €' },
      { value: 10, max: 15, unit: 'Schiffe' },
      { value: 3, max: 4, unit: 'Wochen' },
    ],
    references: [
      ['Abschnitt 1.1', '1.1', true],
      ['Tabelle 1', 'Tabelle 1', true],
      ['Abbildung 7', 'ABBILDUNG 7', false],
      ['Anhang A', 'Anhang A', true],
      ['Anhang 9', 'Anhang 9', false],
    ],
    appendix: ['Anhang A', 'Listen'],
  },
  nl: {
    contents: 'Inhoudsopgave',
    report: `# Inhoudsopgave

- [De havens](#de-havens)

# 1 De havens

Zoals tabel 1 toont[^1], zie paragraaf 1.1, figuur 7 en bijlage A. Zie ook bijlage 9.

Tabel 1: Schepen in de haven

| Haven | Schepen |
|---|---|
| Noord | € 1.234,50 |
| Zuid | 10 tot 15 schepen |
| Oost | Drie tot vier weken |

Noot: Voorlopige cijfers.

Bron: Havenbedrijf, 2020.

## 1.1 De schepen

Tekst.

# Bijlage A: Lijsten

Tekst.

[^1]: Een noot.
`,
    table: {
      id: 'Tabel 1',
      caption: 'Schepen in de haven',
      notes: ['Voorlopige cijfers.'],
      source: 'Havenbedrijf, 2020',
    },
    values: [
      { value: 1234.5, unit: '€' },
      { value: 10, max: 15, unit: 'schepen' },
      { value: 3, max: 4, unit: 'weken' },
    ],
    references: [
      ['paragraaf 1.1', '1.1', true],
      ['tabel 1', 'Tabel 1', true],
      ['figuur 7', 'FIGUUR 7', false],
      ['bijlage A', 'Bijlage A', true],
      ['bijlage 9', 'Bijlage 9', false],
    ],
    appendix: ['Bijlage A', 'Lijsten'],
  },
  fr: {
    contents: 'Table des matières',
    report: `# Table des matières

- [Les ports](#les-ports)

# 1 Les ports

Le tableau n° 1 montre[^1], voir la section 1.1, la figure 7 et l’annexe A. Voir aussi l'annexe 9.

Tableau 1 : Bateaux au port

| Port | Bateaux |
|---|---|
| Nord | 1 234,5 millions d’euros |
| Sud | 10 à 15 bateaux |
| Est | Trois à quatre semaines |

Note : Chiffres provisoires.

Source : Le port, 2020.

## 1.1 Les bateaux

Texte.

# Annexe A : Listes

Texte.

[^1]: Une note.
`,
    table: { id: 'Tableau 1', caption: 'Bateaux au port', notes: ['Chiffres provisoires.'], source: 'Le port, 2020' },
    values: [
      { value: 1234.5, unit: 'millions d’euros' },
      { value: 10, max: 15, unit: 'bateaux' },
      { value: 3, max: 4, unit: 'semaines' },
    ],
    references: [
      ['section 1.1', '1.1', true],
      ['tableau n° 1', 'Tableau 1', true],
      ['figure 7', 'FIGURE 7', false],
      ['annexe A', 'Annexe A', true],
      ['annexe 9', 'Annexe 9', false],
    ],
    appendix: ['Annexe A', 'Listes'],
  },
  en: {
    contents: 'Contents',
    report: `# Contents

- [The ports](#the-ports)

# 1 The ports

As table 1 shows[^1], see section 1.1, figure 7 and appendix A. See also appendix 9.

Table 1. Boats in port

| Port | Boats |
|---|---|
| North | £1,234.5 million |
| South | 10–15 boats |
| East | Three to four weeks |

Note: Provisional figures.

Source: Harbour office, 2020.

## 1.1 The boats

Text.

# Appendix A: Lists

Text.

[^1]: A note.
`,
    table: { id: 'Table 1', caption: 'Boats in port', notes: ['Provisional figures.'], source: 'Harbour office, 2020' },
    values: [
      { value: 1234.5, unit: '£ million' },
      { value: 10, max: 15, unit: 'boats' },
      { value: 3, max: 4, unit: 'weeks' },
    ],
    references: [
      ['section 1.1', '1.1', true],
      ['table 1', 'Table 1', true],
      ['figure 7', 'FIGURE 7', false],
      ['appendix A', 'Appendix A', true],
      ['appendix 9', 'Appendix 9', false],
    ],
    appendix: ['Appendix A', 'Lists'],
  },
}

describe.each(Object.entries(samples) as [Language, Sample][])('a report in %s', (language, sample) => {
  const report = modelled(sample.report, { language })

  test('its table, with caption, note and source', () => {
    expect(report.tables).toHaveLength(1)
    expect(report.tables[0]).toMatchObject(sample.table)
  })

  test('its numbers', () => {
    const values = report.tables[0]!.rows.flatMap((row) => row[1]!.values ?? [])
    expect(values.map(({ text, ...value }) => value)).toEqual(sample.values)
  })

  test('its sections', () => {
    const [number, title] = sample.appendix
    expect(report.sections).toMatchObject([
      { kind: 'toc', title: sample.contents },
      { number: '1', children: [{ number: '1.1' }] },
      { number, title },
    ])
  })

  test('its references', () => {
    const found = report.crossReferences.map(({ text, target, resolves }) => [text, target, resolves])
    expect(found).toEqual(sample.references)
  })

  test('its footnote', () => {
    expect(report.footnotes).toMatchObject([{ number: 1, referenceLines: [7] }])
  })

  test('nothing is repaired, odd or lost', () => {
    expect(report.repairs).toEqual([])
    expect(report.warnings).toEqual([])
    expect(report.coverage.unaccounted).toEqual([])
  })
})
