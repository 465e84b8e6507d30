import { expect, test } from 'vitest'
import { modelled } from '../model/modelled.ts'
import { testNumbersOf } from '../support/numbers.ts'
import { smallReport } from '../support/source.ts'
import { untrueIn } from '../support/sources.ts'

await testNumbersOf('examples/library-hours')

test('a source line that is not true is found', () => {
  const report = modelled(smallReport, { captions: { table: ['TABEL'] } })
  const [first] = report.tables.filter(({ id, captionLine, lines }) => id && captionLine && lines)
  const at = `${first!.captionLine}–${first!.lines![1]}`
  const name = first!.id!.toLowerCase()
  expect(untrueIn(`Kilde: ${name} (linje ${at}) i rapporten.`, report)).toEqual([])
  for (const wrong of [
    `Kilde: ${name} (linje ${first!.captionLine! + 1}–${first!.lines![1]}) i rapporten.`,
    `Kilde: ${name}9 (linje ${at}) i rapporten.`,
    `Kilde: afsnit 97.1 (linje ${at}) i rapporten.`,
    `Afsnit 4.4 (linje 1–${report.coverage.lines + 1})`,
    `Kilde: ${name} (linje ${at}) i rapporten. Note: 98765 personer.`,
  ])
    expect(untrueIn(wrong, report), wrong).not.toEqual([])
})
