import type { DataFile } from '../../update/data.ts'
import { dataHash, type FetchRecord } from '../../update/record.ts'
import { FetchFailed } from './failed.ts'

/**
 * A file that was changed since it was fetched, or that no fetch wrote, is not overwritten.
 *
 * @param before its bytes; null where there is none
 * @throws {FetchFailed} for such a file
 */
export function refuseEdited(before: Uint8Array | null, record: FetchRecord | undefined, file: string): void {
  if (!before) return
  const hash = dataHash(before)
  if (record && (hash === record.sha256 || hash === record.replaced)) return
  throw new FetchFailed(
    record ? `was changed since it was fetched on ${record.fetched}` : 'was not written by a fetch',
    {
      file,
      line: 1,
      expected: 'another name for what was written by hand, or no file of this name: it is never overwritten',
    },
  )
}

/**
 * Of two files the one with the later date counts, and is not overwritten by the other.
 *
 * @throws {FetchFailed} where the one that stands is the later
 */
export function refuseNewer(old: DataFile | null, record: FetchRecord, file: string): void {
  const [latest = ''] = (old?.sheets ?? [])
    .map(({ settings }) => settings.date)
    .sort()
    .reverse()
  if (latest <= record.date) return
  throw new FetchFailed('is newer than what the bank gives', {
    file,
    line: 1,
    found: `as of ${latest}; the bank's is as of ${record.date}`,
    expected: 'no file of this name, if the older one is wanted',
  })
}
