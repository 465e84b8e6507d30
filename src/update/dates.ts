/** Is a text a year, a month or a day of the calendar: 2026, 2026-03, 2026-03-01? */
export function isDate(written: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? []
  if (!year) return false
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day)
}

/**
 * The day in a time stamp as statistics banks write them ("20260301 08:00", "2026-03-01T08:00:00Z", "1.3.2026"); null
 * where there is none that can be read in one way only.
 */
export function dayIn(written: string): string | null {
  const text = written.trim()
  const [, ...joined] = /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(text) ?? []
  const [, ...divided] = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text) ?? []
  const [, day, month, year] = /^(\d\d?)\.(\d\d?)\.(\d{4})(?!\d)/.exec(text) ?? []
  const turned = year ? [year, month!.padStart(2, '0'), day!.padStart(2, '0')] : []
  const found = [joined, divided, turned].find((parts) => parts.length)?.join('-')
  return found !== undefined && isDate(found) ? found : null
}
