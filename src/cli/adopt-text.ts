import type { Adoption, Overriding } from '../build/adopt.ts'
import type { Statement } from '../editorial/editorial.ts'
import { keyOf } from '../editorial/key.ts'
import { marked } from '../editorial/told.ts'
import { formatProblem } from '../input/problem.ts'
import type { Change } from '../model/diff/change.ts'
import { cellName } from '../update/changes.ts'
import { byUrgency, sentenceJson, sentenceText, statementJson, statementText } from './approve-text.ts'

/** Is there nothing left to do? */
export function isDone({ statements, untrue, changes, emptied, problems, references, data }: Adoption): boolean {
  const stale = [statements.untrue, statements.gone, statements['read again'], statements.new, untrue]
  return (
    stale.every((list) => !list.length) &&
    !problems.length &&
    !references.length &&
    !emptied.length &&
    !data.problems.length &&
    !data.overriding.length &&
    !changes.some(({ what }) => what === 'claim')
  )
}

/** What an adoption leaves to be done, each kind under its own heading; kinds of which there is nothing left out. */
export function adoptionText(adoption: Adoption, isWritten: boolean): string {
  const { statements, untrue, changes, emptied, problems, references, data, corrections, paper } = adoption
  const told = (list: Statement[]) => list.toSorted(byUrgency).map((each) => statementText(each, paper))
  const of = (what: Change['what']) => changes.filter((change) => change.what === what)
  const groups: [string, string[]][] = [
    ['Statements that the report contradicts now', told(statements.untrue)],
    ['Statements whose basis is gone', told(statements.gone)],
    ['Statements to read again: the words of their basis changed', told(statements['read again'])],
    ['Statements that nobody approved', told(statements.new)],
    ['Sentences of the report that data files make untrue', untrue.map(sentenceText)],
    ['Tables that have their caption and no rows any more', emptied.map((table) => emptiedTable(table, of('claim')))],
    [
      'Tables that are gone',
      of('table')
        .filter(isGone)
        .map((table) => goneTable(table, of('claim'))),
    ],
    [
      'Sentences of the report that no longer agree with their tables',
      of('claim')
        .filter((change) => !lostItsTable(change))
        .map(sentenceChange),
    ],
    ['Numbers that changed', of('cell').map(cellChange)],
    ['What names a table or section that is called otherwise now', references.map(formatProblem)],
    ['What templates, audiences and statements ask for and the report does not have', problems.map(formatProblem)],
    ['Data files that cannot be applied any more', data.problems.map(formatProblem)],
    [
      'Data files that give a cell another value than the new version, which has a new one',
      data.overriding.map(overridingText),
    ],
    ['Data files whose values the report has itself: they may go', data.idle],
    [
      'Tables, entities and cards that are new, gone or changed',
      [...of('table').filter((change) => !isGone(change)), ...of('entity'), ...of('card')].map(pieceChange),
    ],
    [
      'Corrections of what the report does not say any more: they may go',
      corrections.map(({ printed, correct }) => `"${printed}" (${correct})`),
    ],
  ]
  const shown = groups
    .filter(([, lines]) => lines.length)
    .flatMap(([title, lines]) => [`${title}: ${lines.length}`, ...lines.map(indented), ''])
  return `${[...shown, ...counts(adoption, isWritten)].join('\n')}\n`
}

function counts({ statements }: Adoption, isWritten: boolean): string[] {
  const { moved, holds, same } = statements
  const held = [`${same.length} unchanged`, `${moved.length} moved`, `${holds.length} hold with other numbers`].join(
    ', ',
  )
  return [
    `Statements that hold: ${held}.`,
    isWritten ? 'report.md is the new version; places are written anew.' : 'Nothing was written.',
  ]
}

const isGone = ({ kind }: Change) => kind === 'removed'

/** A sentence of which all cells are gone: its tables are told. */
const lostItsTable = ({ claim }: Change) => claim!.restsOn.every(({ after }) => after === null)

const indented = (text: string) => text.replace(/^/gm, '  ')

const lineOf = ({ lines }: Change) => `line ${(lines.after ?? lines.before)?.[0] ?? '?'}`

function sentenceChange(change: Change): string {
  const cells = change.claim!.restsOn.map(({ table, row, column, before, after }) => {
    return `  ${[table, row, column].filter(Boolean).join(', ')}: ${before ?? 'not there'} → ${after ?? 'gone'}`
  })
  return [`${lineOf(change)}: ${change.after}`, ...cells].join('\n')
}

const cellChange = (change: Change) => `${change.name}: ${change.before} → ${change.after} (${lineOf(change)})`

const overridingText = ({ cell, printed }: Overriding) =>
  `${cell.file}:${cell.fileLine} ${cellName(cell)}: the report had ${printed.before} and has ${printed.after}, the file of ${cell.date} gives ${cell.after}`

const emptiedTable = ({ name, line }: Adoption['emptied'][number], claims: Change[]) =>
  `${name} (line ${line})${restingOn(name, claims)}`

function restingOn(name: string, claims: Change[]): string {
  const resting = claims.filter(({ claim }) => claim!.restsOn.some(({ table }) => table === name))
  const sentences = new Set(resting.map(({ before, after }) => after ?? before)).size
  return sentences ? `: ${sentences} ${sentences > 1 ? 'sentences rest' : 'sentence rests'} on it` : ''
}

function goneTable({ name, lines }: Change, claims: Change[]): string {
  return `${name} (line ${lines.before?.[0] ?? '?'} before)${restingOn(name, claims)}`
}

function pieceChange(change: Change): string {
  const { kind, what, name, before, after } = change
  const text = kind === 'changed' && before && after ? `: ${marked(before, after)}` : ''
  return `${kind} ${what} ${name} (${lineOf(change)})${text}`
}

/** The same for programs. */
export function adoptionJson(adoption: Adoption, written: boolean) {
  const { statements, untrue, changes, emptied, problems, references, data, corrections, paper } = adoption
  const { same, moved, ...rest } = statements
  const told = (list: Statement[]) => list.toSorted(byUrgency).map((each) => statementJson(each, paper))
  const named = (list: Statement[]) => list.map(keyOf)
  const plain = (list: typeof problems) => list.map(({ message, details }) => ({ message, ...details }))
  return {
    schemaVersion: 1,
    written,
    statements: {
      untrue: told(rest.untrue),
      gone: told(rest.gone),
      readAgain: told(rest['read again']),
      new: told(rest.new),
      holds: told(rest.holds),
      moved: named(moved),
      same: named(same),
    },
    untrueSentences: untrue.map(sentenceJson),
    changes,
    emptied,
    references: plain(references),
    problems: plain(problems),
    data: { ...data, problems: plain(data.problems) },
    corrections: corrections.map(({ printed, correct }) => ({ printed, correct })),
  }
}
