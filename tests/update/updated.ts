import { readSource, type SourceFolder } from '../../src/build/source.ts'
import type { Problem } from '../../src/input/problem.ts'
import type { Table } from '../../src/model/report.ts'
import { makeSource } from '../support/source.ts'

/** A report of harbours in English, with a table that sums and sentences that rest on it. */
export const harbours = `# Harbours of the coast

## 1 Boats

In 2024 Northport had 1,200 boats, which is 48.0% of all. Northport has the most boats of the three harbours. Easton has fewer boats than Southport, and Northport almost twice as many boats as Easton.

Together the three harbours have 2,500 boats. Over 1,100 boats lie in Northport, and about 640 in Easton.

Table 1: Boats in the harbours

| Harbour   | Boats          | Quay   | Berths    |
|-----------|---------------:|-------:|-----------|
| Northport | 1,200 (48.0%)  | 24.5 m | 30-35     |
| Southport | 660 (26.4%)    | 20 m   | 18        |
| Easton    | 640 (25.6%)    | 25.3 m | –         |
| Total     | 2,500 (100.0%) | 69.8 m |           |

Source: Port Authority

## 2 Rules

No boat may moor without a rope.

| Rule  | Since | Boats |
|-------|-------|-------|
| Ropes | 1990  | 640   |
`

export const harbourProfile = `language: en
entities:
  harbour:
    - { name: Northport, aliases: [North Port] }
    - { name: Southport }
    - { name: Easton }
`

const head = '---\ndate: 2026-03-01\nsource: Statistics Coast\n---\n'

/** The harbours' source folder as it is read with data files; rows of a CSV file get front matter where they have none. */
export function withData(files: Record<string, string | Uint8Array>, report = harbours): Promise<SourceFolder> {
  const data = Object.entries(files).map(([name, content]) => [
    `data/${name}`,
    typeof content === 'string' && name.endsWith('.csv') && !/^(?:---|"?#|\uFEFF)/.test(content)
      ? head + content
      : content,
  ])
  const { folders } = makeSource({ 'report.md': report, 'report.yaml': harbourProfile, ...Object.fromEntries(data) })
  return readSource(folders.source)
}

/** The texts of the first table's rows. */
export function cells({ report }: SourceFolder, at = 0): string[][] {
  return (report.tables[at] as Table).rows.map((row) => row.map(({ text }) => text))
}

/** A problem in a line: place, message, found, nearest. */
export function said({ message, details: { file, line, column, found, nearest } }: Problem): string {
  const place = [file?.replace('source/data/', ''), line, column].filter((part) => part !== undefined).join(':')
  return [`${place} ${message}`, found && `found ${found}`, nearest && `nearest ${nearest}`].filter(Boolean).join('; ')
}
