import { misplaced, type Nesting } from '../nesting.ts'
import { named, placeOf, type Tag } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const tables: PdfRule = {
  id: 'pdf-table',
  severity: 'error',
  description:
    'A table whose parts do not stand where they belong: rows in tables, cells in rows, a caption first or last.',
  example: 'a TD in a Table, a P in a TR, a THead without a TBody',
  source: 'ISO 14289-1, 7.2; WCAG 1.3.1',
  criteria: ['1.3.1'],
  veraPdf: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 36, 37, 38, 39].map((test) => `7.2-${test}`),
  run(pdf) {
    const wrongParts = pdf.tags
      .filter(({ role }) => role === 'Table')
      .flatMap((table) =>
        partFaults(table).map((fault) => ({ message: `${named(table, pdf)} ${fault}`, ...placeOf(table, pdf) })),
      )
    return [...misplaced(pdf, nestings), ...wrongParts]
  },
}

const bodies = ['THead', 'TBody', 'TFoot']
const body: Nesting = { within: ['Table'], holds: ['TR'] }
const cell: Nesting = { within: ['TR'] }
const nestings: Record<string, Nesting> = {
  Table: { holds: ['TR', ...bodies, 'Caption'] },
  THead: body,
  TBody: body,
  TFoot: body,
  TR: { within: ['Table', ...bodies], holds: ['TH', 'TD'] },
  TH: cell,
  TD: cell,
}

function partFaults({ kids }: Tag): string[] {
  const count = (role: string) => kids.filter((kid) => kid.role === role).length
  const caption = kids.findIndex(({ role }) => role === 'Caption')
  return [
    ...['THead', 'TFoot', 'Caption'].filter((role) => count(role) > 1).map((role) => `has ${count(role)} ${role}`),
    ...['THead', 'TFoot'].filter((role) => count(role) && !count('TBody')).map((role) => `has a ${role} and no TBody`),
    ...(caption > 0 && caption < kids.length - 1 ? ['has its caption in its midst'] : []),
  ]
}
