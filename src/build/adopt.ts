import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documentTrouble } from '../check/documents.ts'
import { renewed } from '../editorial/approve.ts'
import type { Correction, Editorial, Statement } from '../editorial/editorial.ts'
import { keyOf } from '../editorial/letters.ts'
import { groundOf } from '../editorial/open.ts'
import type { Paper } from '../editorial/paper.ts'
import { editorialName, lockName } from '../editorial/read.ts'
import type { State } from '../editorial/standing.ts'
import type { Problem } from '../input/problem.ts'
import { decodeUtf8, readBytes } from '../input/read-text.ts'
import type { Change } from '../model/diff/change.ts'
import { changesBetween } from '../model/diff/diff.ts'
import { pairedTables } from '../model/diff/tables.ts'
import { modelReport } from '../model/model.ts'
import type { Report } from '../model/report.ts'
import { readReport } from '../read/read.ts'
import { type Change as CellChange, changesOf, tableName } from '../update/changes.ts'
import { readData } from '../update/data.ts'
import type { Stale } from '../update/stale.ts'
import { updateReport } from '../update/update.ts'
import type { BuildFolders } from './prepare.ts'
import { staleReferences } from './references.ts'
import { renamedBetween } from './renamed.ts'
import { readSource } from './source.ts'
import { writeTogether } from './write.ts'

/** What a new version of a report leaves to be done. */
export interface Adoption {
  /** Statements by what became of them. */
  statements: Record<State, Statement[]>
  /** Sentences of the new version that data files make untrue. */
  untrue: Stale[]
  /** Cells with other numbers, sentences that do not agree with their table any more, tables, entities and cards that are new or gone. */
  changes: Change[]
  /** Tables of which the new version has the caption and no rows, with the line of the caption. */
  emptied: { name: string; line: number }[]
  /** What templates and audience files ask for and the new version does not have; bases that lead nowhere. */
  problems: Problem[]
  /** Data files whose values the new version has itself, and what is wrong with the others now. */
  data: { idle: string[]; problems: Problem[]; overriding: Overriding[] }
  /** Corrections of slips that the new version does not have. */
  corrections: Correction[]
  /** Where tables and sections are named that go by another name now. */
  references: Problem[]
  paper: Paper
  /** The files to write, by their path. */
  files: Map<string, string | Uint8Array>
}

/** A data file that gives a cell another value than the new version, which has a new one itself. */
export interface Overriding {
  cell: CellChange
  /** What the old version and the new version print. */
  printed: { before: string; after: string }
}

/**
 * Holds everything that rests on a report against a new version of it; nothing is written.
 *
 * @param path the new version
 * @throws {Problem} or {Problems} for files that cannot be used
 */
export async function prepareAdoption(path: string, { source, templates }: BuildFolders): Promise<Adoption> {
  const before = await readSource(source)
  const { profile } = before
  const bytes = await readBytes(path)
  const text = decodeUtf8(bytes, path)
  const read = (text: string, file: string) => modelReport(readReport(text, file, profile.language), profile)
  const [old, printed] = [read(before.text, `${source.shown}/report.md`), read(text, path)]
  const files = await readData(join(source.path, 'data'), `${source.shown}/data`)
  const { report, stale, problems: wrong } = updateReport(printed, files, profile)
  const trouble = await documentTrouble(report, text, source, templates, stale, profile)
  const ground = groundOf({ report, text, profile, stale })
  const { editorial } = trouble
  const changes = changesBetween(old, printed)
  const references = await staleReferences(renamedBetween(old, printed), { source, templates }, editorial.statements)
  const isTold = ({ details: { file, line, found } }: Problem) =>
    references.some(({ details }) => details.file === file && details.line === line && details.found === found)
  return {
    statements: byState(editorial),
    references,
    untrue: trouble.untrue,
    changes: changes.filter(matters),
    emptied: emptiedTables(old, printed),
    problems: trouble.problems.filter((problem) => !isTold(problem)),
    data: {
      idle: idleFiles(before.report, report).map((file) => `${source.shown}/${file}`),
      overriding: overridingCells(changes, report, source.shown),
      problems: wrong.filter((problem) => !isTold(problem)),
    },
    corrections: editorial.corrections.filter((correction) => isIdle(correction, ground.paper)),
    paper: ground.paper,
    files: await filesOf(source.path, bytes, editorial, ground.paper),
  }
}

/** Writes what {@link prepareAdoption} prepared: all of it or nothing. */
export const adopt = ({ files }: Adoption): Promise<void> => writeTogether(files)

function byState({ statements }: Editorial): Adoption['statements'] {
  const of = (state: State) => statements.filter(({ standing }) => standing.state === state)
  return {
    untrue: of('untrue'),
    gone: of('gone'),
    'read again': of('read again'),
    new: of('new'),
    holds: of('holds'),
    moved: of('moved'),
    same: of('same'),
  }
}

/** Numbers that are others, sentences that no longer agree with them, and what came and went of tables, entities and cards. */
function matters({ what, kind, numbers, claim, before, after }: Change): boolean {
  if (what === 'cell') return numbers.length > 0
  if (what === 'claim') return claim?.agrees.before === true && claim.agrees.after === false
  if (what === 'table') return kind === 'added' || kind === 'removed'
  if (what !== 'card' && what !== 'entity') return false
  return kind === 'added' || kind === 'removed' || (kind === 'changed' && keyOf(before ?? '') !== keyOf(after ?? ''))
}

function emptiedTables(before: Report, after: Report): Adoption['emptied'] {
  const { pairs } = pairedTables(before.tables, after.tables)
  return pairs
    .filter(({ before, after }) => before.rows.length > 0 && !after.rows.length)
    .map(({ after }) => ({ name: tableName(after), line: after.captionLine ?? after.lines![0] }))
}

/** The data files that gave cells of the old version values, and give none of the new. */
function idleFiles(before: Report, after: Report): string[] {
  const filesIn = ({ tables }: Report) =>
    new Set(tables.flatMap(({ rows }) => rows.flat().flatMap(({ updated }) => updated?.file ?? [])))
  const now = filesIn(after)
  return [...filesIn(before)].filter((file) => !now.has(file)).sort()
}

/** Cells of which the new version prints another value than the old one did, and a data file a third. */
function overridingCells(changes: Change[], report: Report, shown: string): Overriding[] {
  return changesOf(report).flatMap((cell): Overriding[] => {
    const change = changes.find(
      ({ what, lines, after }) => what === 'cell' && lines.after?.[0] === cell.line && after === cell.before,
    )
    const isOther = change && change.before !== null && keyOf(change.before) !== keyOf(cell.after)
    return isOther
      ? [{ cell: { ...cell, file: `${shown}/${cell.file}` }, printed: { before: change.before!, after: cell.before } }]
      : []
  })
}

/** Does the report not say a slip of print any more, in any markup? */
function isIdle({ printed, lines }: Correction, { letters, references, startOf, letterAt }: Paper): boolean {
  const said = lines
    ? lines.map(([first, last]) => letters.text.slice(letterAt(startOf(first)), letterAt(startOf(last + 1))))
    : [letters.text]
  const wanted = keyOf(printed, references)
  return !said.some((each) => each.includes(wanted))
}

async function filesOf(
  folder: string,
  report: Uint8Array,
  editorial: Editorial,
  paper: Paper,
): Promise<Adoption['files']> {
  const path = join(folder, editorialName)
  const text = await readFile(path, 'utf8').catch(() => null)
  const made = new Map<string, string | Uint8Array>([[join(folder, 'report.md'), report]])
  if (text === null) return made
  const approval = { reason: '', date: null, by: null }
  const { editorial: yaml, lock } = renewed(
    text,
    editorial,
    { statements: [], sentences: [], moves: true, approval },
    paper,
  )
  return made.set(path, yaml).set(join(folder, lockName), lock)
}
