import { expect, test } from 'vitest'
import { dayIn } from '../../src/update/dates.ts'

test.each([
  ['20260301 08:00', '2026-03-01'],
  ['2026-03-01T08:00:00Z', '2026-03-01'],
  ['2026-03-01', '2026-03-01'],
  ['1.3.2026 kl. 08:00', '2026-03-01'],
  ['20260230 08:00', null],
  ['3/1/2026', null],
  ['01-03-2026', null],
  ['202603', null],
  ['', null],
])('the day of %s', (written, day) => {
  expect(dayIn(written)).toBe(day)
})
