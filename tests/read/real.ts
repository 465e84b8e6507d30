import { readFileSync } from 'node:fs'
import { readReport } from '../../src/read/read.ts'

/** The report in `source/`, as text and as read. */
export const text = readFileSync('source/report.md', 'utf8')
export const lines = text.split('\n')
export const read = readReport(text, 'source/report.md')

/** Only the letters and digits of a text: what is left when markup, spaces and punctuation do not count. */
export function letters(written: string): string {
  return written
    .replace(/<[^>]*>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&\w+;/g, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
