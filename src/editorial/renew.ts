import { everySection } from '../model/sections.ts'
import { tableName } from '../update/changes.ts'
import { anchorOf } from './anchor.ts'
import { basisText, findBasis, labelsOf, type WrittenBasis } from './basis.ts'
import type { StatementLock } from './lock.ts'
import type { Lines, Paper } from './paper.ts'

/**
 * A basis as it is to be written now: as it was where that still leads to the same place, else by the new lines, the new name of its
 * table or section, or the words that stand there now.
 *
 * @param now the lines where it stands
 */
export function renewedBasis(written: WrittenBasis, now: Lines[], paper: Paper): WrittenBasis[] {
  if (leadsTo(written, now, paper)) return [written]
  const lines = now.map(([first, last]) => (first === last ? first : `${first}-${last}`))
  const renamed = [inTable(written, now, paper), ofSection(written, now, paper), quotation(written, now, paper)]
  const found = renamed.find((each) => each !== null && leadsTo(each, now, paper))
  return found === undefined || found === null ? lines : [found]
}

function leadsTo(written: WrittenBasis, now: Lines[], paper: Paper): boolean {
  try {
    return JSON.stringify(hull(findBasis(written, paper, {}).lines)) === JSON.stringify(hull(now))
  } catch {
    return false
  }
}

/** From the first line to the last. */
const hull = (lines: Lines[]): Lines => [
  Math.min(...lines.map(([first]) => first)),
  Math.max(...lines.map(([, last]) => last)),
]

function inTable(written: WrittenBasis, [first]: Lines[], paper: Paper): WrittenBasis | null {
  const line = first?.[0] ?? 0
  const table =
    paper.rowsOn(line)[0]?.table ??
    paper.report.tables.find(({ captionLine, lines }) => captionLine === line || lines?.[0] === line)
  if (!table) return null
  const name = tableName(table)
  if (typeof written === 'object') return 'table' in written ? { ...written, table: name } : null
  const text = String(written)
  if (/^\d+(?:-\d+)?$/.test(text)) return null
  const [, ...labels] = labelsOf(text)
  return [name, ...labels].join(' / ').replaceAll('/  /', '/ /')
}

function ofSection(written: WrittenBasis, [first]: Lines[], { report }: Paper): WrittenBasis | null {
  const section = [...everySection(report.sections)].find(({ line }) => line === first?.[0])
  if (!section) return null
  const name = section.number ?? section.title
  if (typeof written === 'object') return 'section' in written ? { section: name } : null
  return /^\d+(?:-\d+)?$/.test(String(written)) ? null : name
}

/** The first and last words of what stands there now, as many as are needed. */
function quotation(written: WrittenBasis, now: Lines[], paper: Paper): WrittenBasis | null {
  const isQuote = typeof written === 'object' ? 'quote' in written : !/^\d+(?:-\d+)?$/.test(String(written))
  if (!isQuote || !now.length) return null
  const [first, last] = hull(now)
  const words = paper.words([paper.startOf(first), paper.startOf(last + 1)]).split(' ')
  for (const count of [4, 8, 16]) {
    const text =
      words.length <= 2 * count
        ? words.join(' ')
        : `${words.slice(0, count).join(' ')} … ${words.slice(-count).join(' ')}`
    const made = typeof written === 'object' ? { quote: text } : text
    if (leadsTo(made, now, paper)) return made
  }
  return null
}

/** What the lock file keeps of a basis as the report is now. */
export function locked(basis: WrittenBasis[], paper: Paper): Pick<StatementLock, 'basis' | 'rests' | 'open'> {
  const bases = basis.map((written) => findBasis(written, paper, {}))
  return {
    basis: basis.map(basisText),
    rests: bases.map(({ pieces }) => pieces.map((piece) => anchorOf(piece, paper))),
    open: bases.flatMap(({ isOpen }, index) => (isOpen ? [index] : [])),
  }
}
