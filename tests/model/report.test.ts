import { describe, expect, test } from 'vitest'
import { type Cell, reportSchema, type Table } from '../../src/model/report.ts'
import { everySection } from '../../src/model/sections.ts'
import { modelExtracted, extractedProfile as profile, extractedText as text } from '../support/extracted-report.ts'
import { labels, loose } from './labels.ts'

const lines = text.split('\n')
const report = reportSchema.parse(modelExtracted())

/** What is wrong is listed, so that one failure tells everything. */
const none: string[] = []

describe('tables', () => {
  const found = labels('tables').map((label) => ({ label, table: tableOf(label) }))

  test('all of them', () => {
    expect(report.tables).toHaveLength(44)
    expect(found.filter(({ table }) => !table)).toEqual([])
    expect(new Set(found.map(({ table }) => table)).size).toBe(found.length)
  })

  test.each(found.map(({ label, table }) => [label.id ?? String(label.lines), label, table!] as const))(
    '%s',
    (_, label, table) => {
      expect(loose(table.caption)).toBe(loose(label.caption))
      expect(table.kind).toBe(label.kind)
      expect(table.captionLine).toBe(label.captionLine)
      expect(table.lines).toEqual(label.lines)
      expect(table.header?.map(loose) ?? null).toEqual(label.header?.map(loose) ?? null)
      expect(table.rows.map((row) => row.map(cellText))).toEqual(
        label.rows.map((row) => table.rows[0]!.map((_, column) => cellText(row[column]))),
      )
      expect(loose(table.source)).toBe(loose(label.source))
      expect(table.notes.map(loose)).toEqual(label.notes.map(loose))
      expect(table.footnoteRefs).toEqual(label.footnoteRefs)
      expect(table.empty).toBe(label.empty)
    },
  )

  test('every caption is one, and has its content where there is any', () => {
    const words = Object.values(profile.captions!).flat().join('|')
    const captions = lines.flatMap((line, at) => (new RegExp(`^\\W*(${words})( [\\d.]+)?:`).test(line) ? [at + 1] : []))
    expect(report.tables.flatMap(({ captionLine }) => captionLine ?? [])).toEqual(captions)
    const withContent = captions.filter((line) => isRow(lineBelow(line)))
    expect(withContent.length).toBe(22)
    expect(report.tables.filter(({ captionLine, empty }) => empty && withContent.includes(captionLine!))).toEqual([])
  })

  test('every cell is on its line, or came down from the row above', () => {
    const letters = (written: string) => written.replace(/<[^>]*>|&\w+;|[^\p{L}\p{N}]/gu, '')
    const wrong = report.tables.flatMap(({ id, rows, kind }) =>
      rows.flatMap((row, at) =>
        row.flatMap(({ text, items, line }, column) => {
          const written = letters(lines[line - 1]!)
          const filledDown = column === 0 && rows[at - 1]?.[0]?.text === text
          const held = [text, ...(items ?? [])].every((part) => written.includes(letters(part).slice(0, 12)))
          return held || filledDown || kind === 'box' ? [] : [`${id} line ${line}: ${text.slice(0, 40)}`]
        }),
      ),
    )
    // a cell that a page break cut has its items on two lines, and a repaired word is no longer what is written
    expect(wrong).toEqual(none)
  })

  function tableOf(label: ReturnType<typeof labels<'tables'>>[number]): Table | undefined {
    return (
      report.tables.find(({ id }) => id !== null && label.id !== null && loose(id) === loose(label.id)) ??
      report.tables.find(({ id, lines }) => id === null && label.id === null && lines?.[0] === label.lines?.[0])
    )
  }

  function lineBelow(caption: number): string | undefined {
    return lines.slice(caption).find((line) => line.trim() && !/^(<sup>|---)/.test(line))
  }
})

const cellText = (cell: Partial<Cell> | undefined) => loose([cell?.text, ...(cell?.items ?? [])].join(' '))
const isRow = (line: string | undefined) => line?.includes('\t') ?? false

describe('studies', () => {
  test('all of them, each with its number and lines', () => {
    expect(report.studies.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(report.tables.filter(({ kind }) => kind === 'study')).toHaveLength(11)
  })

  test.each(labels('studies').map((label) => [label.number, label] as const))('study %i', (number, label) => {
    const study = report.studies.find((candidate) => candidate.number === number) as Record<string, unknown>
    const wrong = Object.keys(label).filter((field) => !sameField(study[field], label[field]))
    expect(wrong).toEqual(none)
  })

  /** How prose is cut into points is a matter of taste: lists are compared by their text. */
  function sameField(found: unknown, label: unknown): boolean {
    if (Array.isArray(label) && typeof label[0] !== 'number') {
      const joined = (points: unknown[]) => loose(points.map((point) => String(point).replace(/^[-•]\s*/, '')).join(''))
      return joined(found as string[]) === joined(label) || joined(found as string[]) === joined(label.slice(1))
    }
    if (label && typeof label === 'object' && 'note' in label) {
      const { note, ...scores } = label as { note: string | null }
      expect(found).toMatchObject(scores)
      return loose((found as typeof label).note as string) === loose(note)
    }
    return typeof label === 'string' ? loose(found as string) === loose(label) : String(found) === String(label)
  }
})

describe('sections', () => {
  const found = [...everySection(report.sections)]

  test('each with its number, level and kind', () => {
    const wrong = labels('sections').filter((label) => {
      const section = found.find(({ line }) => line === label.line)
      const number = (written: string | null | undefined) => loose(written).replace(/\.$/, '')
      return !(
        section &&
        loose(section.title) === loose(label.title) &&
        number(section.number) === number(label.number) &&
        section.level === label.level &&
        section.kind === label.kind
      )
    })
    expect(wrong).toEqual([])
  })

  test('chapters and appendices', () => {
    expect(report.sections.map(({ number, kind }) => number ?? kind)).toEqual([
      'toc',
      '1',
      '2',
      '3',
      '4',
      '5',
      'Bilag 1',
      'Bilag 2',
      'Bilag 3',
      'Bilag 4',
      'Bilag 5',
      'Bilag 6',
      'backMatter',
    ])
  })

  test('how many of each kind', () => {
    expect(countOf(found.map(({ kind }) => kind))).toEqual({
      toc: 1,
      section: 91,
      box: 2,
      runningHead: 1,
      backMatter: 1,
    })
  })
})

describe('what points elsewhere', () => {
  test('footnotes', () => {
    expect(report.footnotes).toHaveLength(26)
    const wrong = labels('footnotes').filter(
      (label) =>
        !report.footnotes.some(
          (note) =>
            note.number === label.number &&
            note.definitionLine === label.definitionLine &&
            loose(note.text) === loose(label.text) &&
            String(note.referenceLines) === String(label.referenceLines),
        ),
    )
    expect(wrong).toEqual([])
  })

  test('references', () => {
    expect(report.references).toHaveLength(12)
    const wrong = labels('references').filter(
      (label) =>
        !report.references.some(
          (reference) =>
            reference.year === label.year &&
            String(reference.lines) === String(label.lines) &&
            loose(reference.title) === loose(label.title) &&
            loose(reference.publisher) === loose(label.publisher) &&
            String(reference.authors.map(loose)) === String(label.authors.map(loose)),
        ),
    )
    expect(wrong).toEqual([])
  })

  test('cross-references', () => {
    expect(report.crossReferences).toHaveLength(28)
    const wrong = labels('crossReferences').filter(
      (label) =>
        !report.crossReferences.some(
          ({ line, targetKind, target, resolves }) =>
            line === label.line &&
            targetKind === label.targetKind &&
            loose(target) === loose(label.target) &&
            resolves === label.resolves,
        ),
    )
    expect(wrong).toEqual([])
    expect(report.crossReferences.filter(({ resolves }) => !resolves)).toHaveLength(6)
  })
})

describe('cards', () => {
  const ofType = (type: string) => report.cards.filter((card) => card.type === type)

  test('recommendations', () => {
    const found = ofType('recommendation')
    expect(found.map(({ fields }) => fields.number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const wrong = labels('recommendations').filter(
      (label) =>
        !found.some(
          ({ title, fields, lines }) =>
            fields.number === label.number &&
            loose(title) === loose(label.title) &&
            loose(String(fields.lead)) === loose(label.firstSentence) &&
            String(lines) === String(label.lines),
        ),
    )
    expect(wrong).toEqual([])
  })

  test('practices', () => {
    const found = ofType('practice')
    expect(found).toHaveLength(22)
    const wrong = labels('practices').filter(
      (label) =>
        !found.some(
          ({ fields, lines }) =>
            fields.entity === label.entity &&
            fields.category === label.category &&
            lines[0] === label.line &&
            loose(String(fields.name)).includes(loose(label.name)),
        ),
    )
    expect(wrong).toEqual([])
  })

  test('the box', () => {
    expect(ofType('box')).toHaveLength(1)
  })
})

test('entities: every fact', () => {
  const wrong = labels('entities').flatMap(({ name, facts }) => {
    const entity = report.entities.find((candidate) => candidate.name === name)
    const held = (table: string | null, value: string | null) =>
      entity?.facts.some(
        (fact) => (table === null || loose(fact.table) === loose(table)) && loose(fact.value) === loose(value),
      )
    return facts.filter(({ table, value }) => !held(table, value))
  })
  expect(wrong).toEqual([])
  expect(report.entities.map(({ name, facts }) => [name, facts.length])).toEqual([
    ['Aarhus', 47],
    ['Aalborg', 43],
    ['Odense', 42],
    ['Frederiksberg', 44],
    ['København', 45],
  ])
})

test('margin notes', () => {
  expect(report.marginNotes).toHaveLength(15)
  const wrong = labels('marginNotes').filter(
    (label) => !report.marginNotes.some(({ text, line }) => line === label.line && loose(text) === loose(label.text)),
  )
  expect(wrong).toEqual([])
})

describe('repairs', () => {
  test('paragraphs that were cut', () => {
    const wrong = labels('repairs').merged.filter(
      (label) => !report.repairs.some(({ line, endLine }) => line === label.endLine && endLine === label.continuesLine),
    )
    expect(wrong).toEqual([])
  })

  test('words that were broken, all of them', () => {
    const joined = labels('repairs').joined.filter((label) =>
      report.repairs.some(({ line, after }) => line === label.line && loose(after).includes(loose(label.corrected))),
    )
    expect(joined).toEqual(labels('repairs').joined)
  })

  test('how many of each kind', () => {
    expect(countOf(report.repairs.map(({ rule }) => rule))).toEqual({
      'broken-word': 17,
      'cut-paragraph': 14,
      'cut-table': 1,
      'fallen-row': 1,
      'margin-note': 15,
    })
  })
})

test('no line is lost', () => {
  const { coverage } = report
  expect(coverage.unaccounted).toEqual([])
  expect(coverage.modelled + coverage.repaired + coverage.blank).toBe(lines.length)
})

function countOf(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
