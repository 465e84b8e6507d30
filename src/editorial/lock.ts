import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { Problem } from '../input/problem.ts'
import { readText } from '../input/read-text.ts'
import { type Anchor, anchorSchema } from './anchor.ts'

/** Who read something, when and why it holds. */
export const approvalSchema = z.strictObject({
  reason: z.string(),
  /** A day, as 2026-03-01; null for what was approved before days were kept. */
  date: z.string().nullable().default(null),
  /** As git knows them; null where it knows nobody. */
  by: z.string().nullable().default(null),
})

export type Approval = z.infer<typeof approvalSchema>

/** What a statement rested on when it was approved: for each basis as it was written, the pieces it had. */
export interface StatementLock {
  id: string
  for: string | null
  basis: string[]
  rests: Anchor[][]
  /** Which of them are changed by what is added: a whole table, column or section. */
  open: number[]
  approved: Approval
}

/** A sentence of the report that may stand though an update made it untrue, and the values with which it was read. */
export interface SentenceLock {
  id: string
  sentence: string
  fingerprint: string
  approved: Approval
}

/** A slip of print that editors mend, and where it stood. */
export interface CorrectionLock {
  printed: string
  lines: string[]
  rests: Anchor[][]
}

/** `editorial.lock.yaml`: what the machine remembers. Entries that cannot be proven are left out, and told. */
export interface Lock {
  statements: StatementLock[]
  sentences: SentenceLock[]
  corrections: CorrectionLock[]
  /** What is wrong with the file. What hung on it counts as not read. */
  doubts: Problem[]
}

export const emptyLock = (): Lock => ({ statements: [], sentences: [], corrections: [], doubts: [] })

const refs = z.array(z.array(z.string()))
const lineSchemas = {
  passages: anchorSchema.extend({ hash: z.string() }),
  statements: z.strictObject({
    id: z.string(),
    for: z.string().nullable(),
    basis: z.array(z.string()),
    rests: refs,
    open: z.array(z.int()),
    approved: approvalSchema,
    seal: z.string(),
  }),
  sentences: z.strictObject({
    id: z.string(),
    sentence: z.string(),
    fingerprint: z.string(),
    approved: approvalSchema,
    seal: z.string(),
  }),
  corrections: z.strictObject({ printed: z.string(), lines: z.array(z.string()), rests: refs, seal: z.string() }),
}

type Part = keyof typeof lineSchemas

const heading =
  '# Kept by Prisme: what statements rested on when they were approved. `prisme approve` and `prisme adopt` write it, nobody edits it.\n'

/**
 * The lock file of a source folder; one that is not there holds nothing. Every entry is a line of its own with a seal over all it
 * says, so that a merge of two branches keeps the approvals of both, and what was edited or damaged is not believed.
 *
 * @throws {Problem} for a file that cannot be read as text
 */
export async function readLock(path: string, shown: string): Promise<Lock> {
  return existsSync(path) ? parseLock(await readText(path, shown), shown) : emptyLock()
}

export function parseLock(text: string, shown: string): Lock {
  const lock = emptyLock()
  const anchors = new Map<string, Anchor>()
  const entries: { part: Part; value: unknown; line: number }[] = []
  let part: Part | null = null
  let conflict: number | null = null
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1
    if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(written)) {
      conflict ??= line
      continue
    }
    if (!written.trim() || written.startsWith('#')) continue
    const head = /^(\w+):(?: \[\])?$/.exec(written)?.[1]
    if (head && head in lineSchemas) part = head as Part
    else {
      const value = part && parsed(written)
      if (value) entries.push({ part: part!, value, line })
      else lock.doubts.push(doubt('a line that is no entry', line, shown))
    }
  }
  if (conflict !== null)
    lock.doubts.unshift(
      new Problem('holds marks of a merge: the approvals of both sides count', {
        file: shown,
        line: conflict,
        expected: '`prisme approve --moved`, which writes it anew',
      }),
    )
  for (const { part, value, line } of entries.toSorted((a, b) => order(a.part) - order(b.part))) {
    const found = lineSchemas[part].safeParse(value)
    const problem = found.success ? take(part, found.data, anchors, lock) : 'an entry of another shape'
    if (problem) lock.doubts.push(doubt(problem, line, shown))
  }
  lock.doubts.sort((a, b) => (a.details.line ?? 0) - (b.details.line ?? 0))
  return lock
}

/** Passages are known before what refers to them. */
const order = (part: Part) => (part === 'passages' ? 0 : 1)

function doubt(found: string, line: number, shown: string): Problem {
  return new Problem('was changed by hand or damaged: what this line approved counts as not read', {
    file: shown,
    line,
    found,
    expected: 'the file as `prisme approve` wrote it; git has it, or read the statements again',
  })
}

function parsed(line: string): unknown {
  const json = /^ {2}- (\{.*\})$/.exec(line)?.[1]
  if (!json) return null
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Adds a proven entry to a lock. */
function take(part: Part, data: object, anchors: Map<string, Anchor>, lock: Lock): string | null {
  if (part === 'passages') {
    const { hash, ...anchor } = data as z.infer<typeof lineSchemas.passages>
    if (hashOf(anchor) !== hash) return 'words that are not those that were approved'
    anchors.set(hash, anchor)
    return null
  }
  const { seal, ...entry } = data as { seal: string; rests?: string[][] }
  if (hashOf(entry) !== seal) return 'an entry that is not as it was written'
  if (part === 'sentences') {
    lock.sentences.push(entry as SentenceLock)
    return null
  }
  const rests = entry.rests!.map((list) => list.flatMap((hash) => anchors.get(hash) ?? []))
  if (rests.some((list, at) => list.length < entry.rests![at]!.length))
    return 'an entry whose words are not in the file'
  if (part === 'statements') lock.statements.push({ ...(entry as Omit<StatementLock, 'rests'>), rests })
  else lock.corrections.push({ ...(entry as Omit<CorrectionLock, 'rests'>), rests })
  return null
}

/** A lock as a file: its entries in the order of their names, the words of each passage once. */
export function lockText({ statements, sentences, corrections }: Omit<Lock, 'doubts'>): string {
  const passages = new Map<string, string>()
  const refer = (rests: Anchor[][]) =>
    rests.map((list) =>
      list.map((anchor) => {
        const hash = hashOf(anchor)
        passages.set(hash, JSON.stringify({ hash, ...sparse(anchor) }))
        return hash
      }),
    )
  const sealed = (entry: object) => JSON.stringify({ ...entry, seal: hashOf(entry) })
  const key = ({ id, for: about }: StatementLock) => `${id} ${about ?? ''}`
  const own = statements
    .toSorted((a, b) => compare(key(a), key(b)))
    .map(({ rests, id, for: about, basis, open, approved }) =>
      sealed({ id, for: about, basis, rests: refer(rests), open, approved: approvalSchema.parse(approved) }),
    )
  const mended = corrections
    .toSorted((a, b) => compare(a.printed + a.lines, b.printed + b.lines))
    .map(({ rests, printed, lines }) => sealed({ printed, lines, rests: refer(rests) }))
  const said = sentences
    .toSorted((a, b) => compare(a.id, b.id))
    .map(({ id, sentence, fingerprint, approved }) =>
      sealed({ id, sentence, fingerprint, approved: approvalSchema.parse(approved) }),
    )
  const words = [...passages].sort(([a], [b]) => compare(a, b)).map(([, line]) => line)
  const parts: [Part, string[]][] = [
    ['passages', words],
    ['statements', own],
    ['sentences', said],
    ['corrections', mended],
  ]
  return (
    heading +
    parts
      .map(
        ([part, lines]) => `${part}:${lines.length ? `\n${lines.map((line) => `  - ${line}\n`).join('')}` : ' []\n'}`,
      )
      .join('')
  )
}

/** What goes without saying is left out. */
function sparse({ before, after, times, table, caption, row, cells, ...rest }: Anchor): object {
  return {
    ...rest,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    ...(times > 1 ? { times } : {}),
    ...(table === null ? {} : { table }),
    ...(caption === null ? {} : { caption }),
    ...(row === null ? {} : { row }),
    ...(Object.keys(cells).length ? { cells } : {}),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** SHA-256 of a value whose keys are in any order, 12 hex digits. */
function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex').slice(0, 12)
}

const sorted = (_: string, value: unknown) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
    : value
