import { describe, expect, test } from 'vitest'
import { modelExtracted, extractedText as text } from '../support/extracted-report.ts'
import { addedWords, lostWords } from '../support/kept.ts'

const report = modelExtracted()

describe('the text of the model and the repair log is the text of the file', () => {
  test('no word of a line is lost', () => {
    expect(lostWords(text, report)).toEqual([])
  })

  test('no word is there that the line does not have', () => {
    expect(addedWords(text, report)).toEqual([])
  })

  test('a word that a table, a section, a note or a repair leaves out is found missing', () => {
    const without = (change: (copy: typeof report) => void) => {
      const copy = structuredClone(report)
      change(copy)
      return lostWords(text, copy).map(({ line }) => line)
    }
    const [table] = report.tables.filter(({ rows, id }) => id && rows.length > 2)
    expect(without((copy) => copy.tables.find(({ id }) => id === table!.id)!.rows.splice(1, 1))).toContain(
      table!.rows[1]![0]!.line,
    )
    const withoutNote = (copy: typeof report) => {
      copy.marginNotes.pop()
      // it stands in the log too, with the lines it was printed on
      copy.repairs = copy.repairs.filter(({ rule }) => rule !== 'margin-note')
    }
    expect(without(withoutNote)).not.toEqual([])
    expect(without((copy) => copy.footnotes.shift())).not.toEqual([])
    expect(without((copy) => copy.repairs.splice(0))).not.toEqual([])
    expect(without((copy) => copy.sections.find(({ body }) => body.length)!.body.pop())).not.toEqual([])
  })
})
