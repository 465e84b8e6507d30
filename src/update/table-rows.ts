import { Problem } from '../input/problem.ts'
import { arranged } from './arrange.ts'
import type { CsvCell } from './csv.ts'
import { csvCube } from './csv-cube.ts'
import { layoutOf } from './layout.ts'
import { settingsInNotes } from './notes.ts'
import { type Said, settingsOf } from './settings.ts'
import { isLongForm } from './shape.ts'
import type { SheetCell } from './sheet.ts'

/**
 * The rows of a CSV file or a workbook's sheet in long form or the shape of the report's table: titles and notes taken away, and
 * arranged as settings say it.
 *
 * @param said all settings of the file
 * @returns the rows, and what the notes say of date and source
 * @throws {Problem} or {Problems} for settings that do not fit the file
 */
export function tableRows(rows: CsvCell[][], { value, at }: Said, file: string): { rows: SheetCell[][]; own: Said } {
  const key = (['rows', 'columns', 'pick'] as const).find((each) => value[each] !== undefined)
  if (isLongForm(rows.find((row) => row.some(({ text }) => text)) ?? [])) {
    if (!key) return { rows, own: settingsOf({}, file) }
    throw new Problem(`is in long form, of which "${key}" says nothing`, {
      ...at([key]),
      found: key,
      expected: 'a table of a statistics bank; in long form each row of the file names its row and column',
    })
  }
  const layout = layoutOf(rows)
  const own = settingsOf(settingsInNotes(layout.notes.map(({ text }) => text)), file)
  if (!key) return { rows: layout.header.length ? [layout.header, ...layout.rows] : [], own }
  const named = [value.rows?.from ?? [], value.columns?.from ?? [], Object.keys(value.pick ?? {})].flat()
  return { rows: arranged(csvCube(layout, named, file), { ...value, at }, file), own }
}
