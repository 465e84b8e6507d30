import { type Document, isMap, isNode, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { Stale } from '../update/stale.ts'
import { basisText, type WrittenBasis } from './basis.ts'
import type { Editorial, Statement } from './editorial.ts'
import { keyOf } from './key.ts'
import {
  type Approval,
  type CorrectionLock,
  type Lock,
  lockText,
  type SentenceLock,
  type StatementLock,
} from './lock.ts'
import type { Paper } from './paper.ts'
import { locked, renewedBasis } from './renew.ts'
import { YamlEdits } from './yaml-edits.ts'

/** What is to be written down. */
export interface Approvals {
  /** Statements that someone has read again. */
  statements: Statement[]
  /** Sentences of the report that someone has read again. */
  sentences: Stale[]
  /** Are the places of what only moved written anew? */
  moves: boolean
  approval: Approval
}

/** The two files of an editorial folder with new approvals; all else as it was written, comments too. */
export interface Renewed {
  editorial: string
  lock: string
}

/**
 * Writes approvals into the text of editorial.yaml and its lock file. What earlier versions wrote into editorial.yaml goes to the lock
 * file on the way.
 *
 * @param text the editorial file as it is
 * @param paper the report that the approvals are for
 */
export function renewed(text: string, editorial: Editorial, approvals: Approvals, paper: Paper): Renewed {
  const file = new Editing(text)
  const { written, lock } = editorial.files
  const statements = editorial.statements.flatMap((statement): StatementLock[] => {
    const { standing } = statement
    const isRead = approvals.statements.includes(statement)
    const isMoved = approvals.moves && standing.state === 'moved'
    const isOld = standing.entry === null && standing.approved !== null && isApproved(statement)
    if (!isRead && !isMoved && !isOld)
      return approvals.moves ? movedEntry(file, statement, paper, lock) : known(statement, lock)
    const basis = standing.entry
      ? statement.written.flatMap((each, at) => renewedBasis(each, standing.now[at] ?? [], paper))
      : statement.written
    file.setBasis(statement, basis)
    const approved = isRead ? approvals.approval : standing.approved!
    return [{ id: statement.id, for: aboutOf(statement), ...locked(basis, paper), approved }]
  })
  const corrections = written.corrections.flatMap(({ printed, lines }, index): CorrectionLock[] => {
    if (!lines) return []
    const own = lock.corrections.filter((each) => each.printed === printed && sameBasis(each.lines, lines))
    if (own.length && !approvals.moves) return own.slice(0, 1)
    const now = editorial.corrections[index]!.lines ?? []
    if (!now.length) return own.slice(0, 1)
    const basis = own.length ? renewedRanges(lines, now) : lines
    file.setLines(index, lines, basis)
    return [{ printed, lines: basis.map(String), rests: locked(basis, paper).rests }]
  })
  file.stripOld()
  return {
    editorial: file.text(),
    lock: lockText({ statements, corrections, sentences: sentencesOf(editorial, approvals) }),
  }
}

const aboutOf = ({ for: about }: Pick<Statement, 'for'>) => (about === undefined ? null : String(about))

/** Approved by an earlier version, and not stale. */
const isApproved = ({ standing }: Statement) => standing.state === 'same' || standing.state === 'holds'

/** The entry of a statement that is not touched; of several that a merge left, the one that proved most. */
function known(statement: Statement, lock: Lock): StatementLock[] {
  if (statement.standing.entry) return [statement.standing.entry]
  return lock.statements.filter((entry) => keyOf(entry) === keyOf(statement)).slice(-1)
}

/**
 * The entry of a statement that is not approved, with its basis written anew where each of its places still leads to one: what it said
 * when it was approved stays.
 */
function movedEntry(file: Editing, statement: Statement, paper: Paper, lock: Lock): StatementLock[] {
  const { entry, now } = statement.standing
  if (!entry || now.some((lines) => !lines.length)) return known(statement, lock)
  const basis = statement.written.map((each, at) => renewedBasis(each, now[at]!, paper))
  if (basis.some((places) => places.length !== 1)) return [entry]
  file.setBasis(statement, basis.flat())
  return [{ ...entry, basis: basis.flat().map(basisText) }]
}

const sameBasis = (one: string[], other: (string | number)[]) =>
  JSON.stringify(one) === JSON.stringify(other.map(String))

function renewedRanges(lines: (string | number)[], now: Statement['basis']): (string | number)[] {
  const ranges = now.map(([first, last]) => (first === last ? first : `${first}-${last}`))
  return sameBasis(lines.map(String), ranges) ? lines : ranges
}

function sentencesOf({ files: { written, lock } }: Editorial, { sentences, approval }: Approvals): SentenceLock[] {
  const old = written.claims.map(({ approved, ...claim }) => ({
    ...claim,
    approved: { reason: approved, date: null, by: null },
  }))
  const own = sentences.map(({ id, sentence, fingerprint }) => ({ id, sentence, fingerprint, approved: approval }))
  return [...new Map([...old, ...lock.sentences, ...own].map((each) => [each.id, each])).values()]
}

/** The text of editorial.yaml, changed where something must be written anew. */
class Editing {
  private readonly document: Document
  private readonly edits: YamlEdits

  constructor(text: string) {
    this.document = parseDocument(text)
    this.edits = new YamlEdits(text)
  }

  setBasis({ id, for: about, written }: Statement, basis: WrittenBasis[]): void {
    const item = this.statements().find((each) => each.get('id') === id && each.get('for') === about)
    this.set(item?.get('basis', true), written, basis)
  }

  /** Of a correction, by its place in the list. */
  setLines(index: number, before: unknown[], lines: unknown[]): void {
    this.set(this.document.getIn(['corrections', index, 'lines'], true), before, lines)
  }

  /** Takes out what only the lock file keeps now. */
  stripOld(): void {
    for (const item of this.statements()) for (const key of ['fingerprint', 'approved']) this.edits.remove(item, key)
    this.edits.remove(this.document.contents, 'claims')
  }

  text(): string {
    return this.edits.text()
  }

  private set(node: unknown, before: unknown[], after: unknown[]): void {
    if (isNode(node) && JSON.stringify(before) !== JSON.stringify(after)) this.edits.replace(node, after)
  }

  private statements(): YAMLMap[] {
    const list = this.document.get('statements')
    return isSeq(list) ? list.items.filter((item) => isMap(item)) : []
  }
}
