import { Problem, type ProblemDetails, Problems, problemsOf } from '../input/problem.ts'
import type { Locale } from '../locale/locale.ts'
import { likeness, wordsOf } from '../model/diff/likeness.ts'
import { cellText } from '../update/changes.ts'
import { columnLabels, rowLabels } from '../update/match.ts'
import type { Stale } from '../update/stale.ts'
import type { Anchor, Piece } from './anchor.ts'
import { type Basis, basisText, findBasis, piecesOn } from './basis.ts'
import type { Correction, Editorial, Statement } from './editorial.ts'
import { fingerprint } from './fingerprint.ts'
import { type Judged, type Judgement, judge } from './judge.ts'
import { keyOf } from './key.ts'
import { keyOf as lettersKey } from './letters.ts'
import { type CellChange, type Located, Locator, tableLike, type WordChange, withoutNumbers } from './locate.ts'
import type { CorrectionLock, StatementLock } from './lock.ts'
import type { Lines, Paper } from './paper.ts'
import type { EditorialFiles } from './read.ts'
import type { WrittenStatement } from './schema.ts'
import type { Standing, State } from './standing.ts'
import { unsupported, unsupportedText } from './support.ts'
import { unitsIn } from './units.ts'

/** A report that statements are held against, and the sentences in it that rest on changed cells. */
export interface Ground {
  paper: Paper
  stale: Stale[]
  locale: Locale
}

/** What editors wrote, held against a report, and the bases that lead nowhere in it. */
export interface Held {
  editorial: Editorial
  problems: Problem[]
}

/**
 * Holds every statement against a report: where its basis stands now, and whether it may still be said.
 *
 * @throws {Problems} for bases that lead nowhere or to two places, all in one
 */
export function stand(files: EditorialFiles, ground: Ground): Editorial {
  const { editorial, problems } = held(files, ground)
  if (problems.length) throw problems.length > 1 ? new Problems(problems) : problems[0]!
  return editorial
}

/** {@link stand} that goes on where a basis leads nowhere: its statement has then lost it. */
export function held(files: EditorialFiles, ground: Ground): Held {
  const { written, lock, file, at } = files
  const locator = new Locator(ground.paper)
  const problems: Problem[] = []
  const entries = new Map<string, StatementLock[]>()
  for (const entry of lock.statements) entries.set(keyOf(entry), [...(entries.get(keyOf(entry)) ?? []), entry])
  const statements = written.statements.map((statement, index): Statement => {
    const { line, column } = at(['statements', index])
    const { basis: written, fingerprint: _, approved: __, ...rest } = statement
    const made = (stood: Stood): Statement => ({ ...rest, written, ...stood, file, line, column })
    try {
      const known = entries.get(keyOf(statement)) ?? []
      const place = (number: number) => at(['statements', index, 'basis', number])
      const found = made(standingOf(statement, known, locator, ground, place))
      return statement.verbatim ? quoted(found, ground.paper, at(['statements', index, 'text'])) : found
    } catch (error) {
      const found = problemsOf(error)
      if (!found.length) throw error
      problems.push(...found)
      const why = found.map(({ message }) => message).join('; ')
      return made({ basis: [], standing: { ...nothing, state: 'gone', why, doubt: 1 } })
    }
  })
  const corrections = written.corrections.map((correction, index): Correction => {
    const { lines, ...rest } = correction
    if (!lines) return { ...rest, lines: null }
    try {
      const place = (number: number) => at(['corrections', index, 'lines', number])
      return { ...rest, lines: correctionLines(correction.printed, lines, lock.corrections, locator, ground, place) }
    } catch (error) {
      const found = problemsOf(error)
      if (!found.length) throw error
      problems.push(...found)
      return { ...rest, lines: [] }
    }
  })
  const claims = [...written.claims, ...lock.sentences].map(({ id, fingerprint }) => ({ id, fingerprint }))
  return { editorial: { statements, corrections, claims, files }, problems }
}

interface Stood {
  basis: Lines[]
  standing: Standing
}

const nothing: Omit<Standing, 'state'> = {
  why: '',
  words: [],
  cells: [],
  verdicts: [],
  doubt: 0,
  now: [],
  movedFrom: null,
  approved: null,
  entry: null,
}

/** Of several entries, as a merge may leave them, the one counts that proves most. */
function standingOf(
  statement: WrittenStatement,
  known: StatementLock[],
  locator: Locator,
  ground: Ground,
  place: (index: number) => ProblemDetails,
): Stood {
  const written = statement.basis.map(basisText)
  const own = known.filter(({ basis }) => JSON.stringify(basis) === JSON.stringify(written))
  const stood = own.map((entry) => againstEntry(statement, entry, locator, ground)).toSorted(byState)
  if (stood[0]) return stood[0]
  const bases = found(statement, ground.paper, place)
  const basis = bases.flatMap(({ lines }) => lines)
  if (statement.fingerprint !== undefined && !known.length) return againstFingerprint(statement, basis, bases, ground)
  const last = known.at(-1)
  const why = last ? 'it rests on something else than when it was approved' : 'it was never approved'
  const now = bases.map(({ lines }) => lines)
  return { basis, standing: { ...nothing, now, state: 'new', why, doubt: 0.5, approved: last?.approved ?? null } }
}

const inOrder: State[] = ['same', 'moved', 'holds', 'read again', 'untrue', 'gone', 'new']
const byState = (a: Stood, b: Stood) => inOrder.indexOf(a.standing.state) - inOrder.indexOf(b.standing.state)

/** @throws {Problems} for each basis that leads nowhere */
function found({ basis }: WrittenStatement, paper: Paper, place: (index: number) => ProblemDetails): Basis[] {
  const problems: Problem[] = []
  const all = basis.flatMap((written, index) => {
    try {
      return [findBasis(written, paper, place(index))]
    } catch (error) {
      const own = problemsOf(error)
      if (!own.length) throw error
      problems.push(...own)
      return []
    }
  })
  if (problems.length) throw problems.length > 1 ? new Problems(problems) : problems[0]!
  return all
}

function againstEntry(statement: WrittenStatement, entry: StatementLock, locator: Locator, ground: Ground): Stood {
  const each = entry.rests.map((anchors) => anchors.map((anchor) => ({ anchor, located: locator.locate(anchor) })))
  const added = each.flatMap((list, index) => (entry.open.includes(index) ? additions(list, ground.paper) : []))
  const all = each.flat()
  const words = [...all.flatMap(({ located }) => located.words ?? []), ...added]
  const cells = all.flatMap(({ located }) => located.cells)
  const now = each.map((list) =>
    joinedLines(
      list.flatMap(({ located }) => (located.lines ? [located.lines] : [])),
      ground.paper,
    ),
  )
  const basis = now.flat()
  const isMoved = all.some(({ anchor, located }) => located.lines && located.lines[0] !== anchor.line)
  const movedFrom = isMoved ? all.map(({ anchor }): Lines => [anchor.line, anchor.line]) : null
  const more = { now, movedFrom, approved: entry.approved, entry }
  const standing = weigh(statement, words, cells, basis, ground)
  return {
    basis,
    standing: { ...standing, ...more, state: standing.state === 'same' && isMoved ? 'moved' : standing.state },
  }
}

/** What an earlier version approved: its lines are as they were, or nobody knows what they were. */
function againstFingerprint(statement: WrittenStatement, basis: Lines[], bases: Basis[], ground: Ground): Stood {
  const approved = { reason: statement.approved ?? '', date: null, by: null }
  const now = bases.map(({ lines }) => lines)
  if (fingerprint(basis, ground.paper.source.split('\n')) !== statement.fingerprint) {
    const why = 'its lines are not those that were approved, and what they said is not known'
    return { basis, standing: { ...nothing, now, state: 'read again', why, doubt: 0.7, approved } }
  }
  const cells = bases.flatMap(({ pieces }) => pieces.flatMap(updatedCells))
  return { basis, standing: { ...weigh(statement, [], cells, basis, ground), now, approved } }
}

/** The cells of a piece that updates changed, against what the report prints. */
function updatedCells({ place, columns }: Piece): CellChange[] {
  if (!place) return []
  const { table, row } = place
  return columns.flatMap((column): CellChange[] => {
    const cell = table.rows[row]![column]!
    if (!cell.updated) return []
    const [before, after] = [cell.updated.printed, cellText(cell)]
    const names = {
      table: table.id ?? table.caption ?? '',
      row: rowLabels(table)[row]!,
      column: columnLabels(table)[column]!,
    }
    return [{ ...names, before, after, line: cell.line, isNumeric: withoutNumbers(before) === withoutNumbers(after) }]
  })
}

/** What the changes of its basis make of a statement. */
function weigh(
  statement: WrittenStatement,
  words: WordChange[],
  cells: CellChange[],
  basis: Lines[],
  { paper, stale, locale }: Ground,
): Standing {
  const standing: Standing = { ...nothing, state: 'same', words, cells }
  const gone = words.filter(({ after }) => after === null)
  const quotes = stale.filter(({ line }) => basis.some(([first, last]) => line >= first && line <= last))
  const behind = quotes.flatMap(({ changes }) =>
    changes.map(
      ({ table, row, column, before, after, line }): CellChange => ({
        table,
        row,
        column,
        before,
        after,
        line,
        isNumeric: true,
      }),
    ),
  )
  const changed = unique([...cells, ...behind])
  const told = cells.filter(({ isNumeric }) => !isNumeric)
  const { verdicts, undecided } =
    changed.length || words.length || quotes.length
      ? judged(
          statement,
          { changes: changed, words, sentences: quotes, isNarrow: isNarrow(basis, paper) },
          paper,
          locale,
        )
      : { verdicts: [], undecided: [] }
  const untrue = verdicts.filter(({ kind }) => kind === 'untrue')
  const all = { ...standing, cells: changed, verdicts }
  if (gone.length) return { ...all, state: 'gone', why: 'what it rests on is in the report no more', doubt: 1 }
  if (untrue.length)
    return {
      ...all,
      cells: unique([...untrue.flatMap((verdict) => verdict.cells), ...told]),
      state: 'untrue',
      why: untrue.map(({ said, now }) => `"${said}"${now === null ? ' holds no longer' : ` is ${now} now`}`).join('; '),
      doubt: 1,
    }
  if (words.length || told.length) {
    const doubt = Math.max(0, ...words.map(otherness), ...told.map(({ before, after }) => otherness({ before, after })))
    return { ...all, state: 'read again', why: 'the words that it rests on changed', doubt }
  }
  const numbers = changed.length ? unsupported({ text: statement.text, basis }, paper, locale) : []
  if (numbers.length)
    return { ...all, state: 'read again', why: `its basis does not give ${unsupportedText(numbers)}`, doubt: 0.9 }
  if (undecided.length)
    return { ...all, state: 'read again', why: 'cells that it may speak of changed', doubt: 0.4, cells: undecided }
  return changed.length && verdicts.length
    ? {
        ...all,
        state: 'holds',
        why: 'it holds with the new values too',
        cells: unique(verdicts.flatMap((verdict) => verdict.cells)),
      }
    : { ...standing, cells: [] }
}

function judged(
  { text, for: about }: WrittenStatement,
  changed: Pick<Judged, 'changes' | 'words' | 'sentences' | 'isNarrow'>,
  { report }: Paper,
  locale: Locale,
): Judgement {
  return judge({ text, about: about === undefined ? null : String(about), ...changed, report, locale })
}

/** Does a basis hold one row of a table and no other? */
const isNarrow = (basis: Lines[], paper: Paper) =>
  basis.flatMap(([first, last]) => range(first, last).flatMap((line) => paper.rowsOn(line))).length === 1

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

const unique = (changes: CellChange[]) => [
  ...new Map(
    changes.map((change) => [JSON.stringify([change.table, change.row, change.column, change.before]), change]),
  ).values(),
]

/** How much else some words say, from 0 to 1. */
const otherness = ({ before, after }: { before: string; after: string | null }) =>
  1 - likeness(wordsOf(before), wordsOf(after ?? ''))

/** What a whole table or section has now and did not have when it was approved. */
function additions(list: { anchor: Anchor; located: Located }[], paper: Paper): WordChange[] {
  const lines = list.flatMap(({ located }) => (located.lines ? [located.lines] : []))
  const [first] = list
  if (!first?.located.lines) return []
  const region = regionOf(
    first.anchor,
    first.located.lines[0],
    list.map(({ anchor }) => anchor),
    paper,
  )
  if (!region) return []
  const known = (line: number) => lines.some(([from, to]) => line >= from && line <= to)
  return piecesOn(region, paper)
    .filter(({ line }) => !known(line))
    .filter(({ place }) => first.anchor.text !== null || place)
    .map(({ line, stretch }) => ({ before: '', after: paper.words(stretch!), lines: [line, line] }))
}

/** The section whose heading an anchor is, or the table whose row it is. */
function regionOf(anchor: Anchor, line: number, anchors: Anchor[], { report }: Paper): Lines | null {
  const section = sectionAt(report.sections, line)
  if (anchor.row === null && section) return section
  const row = anchors.find((each) => each.row !== null)
  const table = row ? tableLike(row, report.tables) : null
  return table?.lines ? [Math.min(table.captionLine ?? table.lines[0], table.lines[0]), table.lines[1]] : null
}

function sectionAt(sections: Paper['report']['sections'], line: number): Lines | null {
  for (const section of sections) {
    if (section.line === line) return [section.line, section.endLine]
    const inner = sectionAt(section.children, line)
    if (inner) return inner
  }
  return null
}

/** Lines as ranges, in their order: those that only blank lines divide are one. */
export function joinedLines(ranges: Lines[], paper: Paper): Lines[] {
  const all: Lines[] = []
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = all.at(-1)
    const isNext = before && (first <= before[1] + 1 || !unitsIn(paper, [before[1] + 1, first - 1]).length)
    if (isNext) before[1] = Math.max(before[1], last)
    else all.push([first, last])
  }
  return all
}

/**
 * A quotation has the words of its basis.
 *
 * @throws {Problem} where it has not, and the basis is the one it was written for
 */
function quoted(statement: Statement, paper: Paper, place: ProblemDetails): Statement {
  const wanted = lettersKey(statement.text, paper.references)
  const { text } = paper.letters
  const isSaid = statement.basis.some(([first, last]) =>
    text.slice(paper.letterAt(paper.startOf(first)), paper.letterAt(paper.startOf(last + 1))).includes(wanted),
  )
  if (isSaid) return statement
  const { standing } = statement
  if (standing.state === 'new' || standing.state === 'same' || standing.state === 'moved')
    throw new Problem('is not in the lines it quotes', {
      ...place,
      found: statement.text.slice(0, 80),
      expected: 'the words of its basis, or no `verbatim`',
    })
  if (standing.state === 'gone') return statement
  return {
    ...statement,
    standing: { ...standing, state: 'untrue', why: 'the report does not say this in these words any more', doubt: 1 },
  }
}

/** The lines of a correction as the report is now: those that say the same, wherever they stand. */
function correctionLines(
  printed: string,
  written: (number | string)[],
  known: CorrectionLock[],
  locator: Locator,
  { paper }: Ground,
  place: (index: number) => ProblemDetails,
): Lines[] {
  const lines = written.map(String)
  const entry = known.find((each) => each.printed === printed && JSON.stringify(each.lines) === JSON.stringify(lines))
  if (entry) {
    const now = entry.rests.flat().map((anchor) => locator.locate(anchor).lines)
    return joinedLines(
      now.filter((range) => range !== null),
      paper,
    )
  }
  return written.flatMap((range, index) => findBasis(range, paper, place(index)).lines)
}
