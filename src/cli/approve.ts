import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readSource } from '../build/source.ts'
import { writeWhole } from '../build/write.ts'
import { renewed } from '../editorial/approve.ts'
import type { Statement } from '../editorial/editorial.ts'
import { keyOf } from '../editorial/key.ts'
import { groundOf } from '../editorial/open.ts'
import type { Paper } from '../editorial/paper.ts'
import { editorialName, lockName, readEditorialFiles } from '../editorial/read.ts'
import { stand } from '../editorial/stand.ts'
import { isStale } from '../editorial/standing.ts'
import { allUnsupported, type Unsupported, unsupportedText } from '../editorial/support.ts'
import { toRead, untrue } from '../editorial/untrue.ts'
import { noSuch } from '../input/no-such.ts'
import { formatProblem, Problem, Problems } from '../input/problem.ts'
import type { Stale } from '../update/stale.ts'
import { byUrgency, sentenceJson, sentenceText, statementJson, statementText } from './approve-text.ts'
import { foldersOf } from './folders.ts'
import type { Io } from './io.ts'

interface Options {
  source: string
  group?: string[]
  all?: boolean
  moved?: boolean
  anyway?: boolean
  reason?: string
  json?: boolean
  quiet?: boolean
}

export function approveCommand(program: Command, exit: (code: number) => void, io: Io): Command {
  return program
    .command('approve')
    .description(
      'Lists what must be read again, editorial statements and sentences of the report, with what changed below each; or marks it as read.',
    )
    .argument('[id...]', 'the ids of statements and claims; with nothing, lists what is stale')
    .option('--group <group...>', 'the stale statements of a group')
    .option('--all', 'all that are stale, but not what the report contradicts')
    .option('--moved', 'writes the new places of what only moved; nothing is approved by it')
    .option('--anyway', 'also what the report contradicts')
    .option('--reason <text>', 'why they still hold; it is kept with the date and your name in git')
    .option('--source <dir>', 'the source folder', 'source')
    .option('--json', 'what was approved and what is left, with old and new basis, as one JSON document on stdout')
    .option('--quiet', 'no list of what is left; what is approved is shown all the same')
    .action(async (ids: string[], options: Options) => exit(await approve(ids, options, io)))
}

async function approve(ids: string[], options: Options, io: Io): Promise<number> {
  const folder = foldersOf(options).source
  const { text, report, update, profile } = await readSource(folder)
  if (update.problems.length) throw new Problems(update.problems)
  const files = await readEditorialFiles(folder.path, folder.shown)
  const ground = groundOf({ report, text, profile, stale: update.stale })
  const editorial = stand(files, ground)
  const sentences = onceEach([...untrue(update.stale, editorial), ...toRead(update.stale, editorial)])
  const stale = editorial.statements.filter(isStale).toSorted(byUrgency)
  const doubtful = allUnsupported(editorial, ground)
  const known = { stale, sentences, all: editorial.statements, every: update.stale, doubtful }
  const chosen = choose(ids, options, known, files.file)
  const isApproving = chosen.statements.length > 0 || chosen.sentences.length > 0
  const reason = options.reason?.trim() ?? ''
  if (isApproving && !reason) throw new Problem('an approval needs a reason', { expected: '--reason "…"' })
  if (isApproving || options.moved) {
    const approval = { reason, date: today(io), by: await io.user(folder.path) }
    const path = join(folder.path, editorialName)
    const before = existsSync(path) ? await readFile(path, 'utf8') : ''
    const made = renewed(before, editorial, { ...chosen, moves: options.moved ?? false, approval }, ground.paper)
    await writeWhole(join(folder.path, lockName), made.lock)
    if (made.editorial !== before && (before || made.editorial.trim() !== '{}')) await writeWhole(path, made.editorial)
  }
  const rest = {
    statements: stale.filter((each) => !chosen.statements.includes(each)),
    sentences: sentences.filter((each) => !chosen.sentences.includes(each)),
  }
  const moved = editorial.statements.filter(({ standing }) => standing.state === 'moved')
  if (options.json) io.stdout.write(`${json(chosen, rest, moved, options, ground.paper)}\n`)
  else io.stderr.write(told(chosen, rest, moved, { doubts: files.lock.doubts, doubtful, paper: ground.paper }, options))
  return chosen.refused.length + chosen.refusedSentences.length ? 1 : 0
}

interface Chosen {
  statements: Statement[]
  sentences: Stale[]
  /** What the report contradicts, and `--anyway` was not said; and what has no basis any more. */
  refused: Refused[]
  /** Sentences that the tables contradict: they are approved by their id or with `--anyway`. */
  refusedSentences: Stale[]
  /** Statements that were named and need nobody to read them. */
  fresh: Statement[]
}

interface Known {
  stale: Statement[]
  sentences: Stale[]
  all: Statement[]
  every: Stale[]
  /** Statements with numbers that their basis does not give. */
  doubtful: Map<Statement, Unsupported[]>
}

/** @throws {Problem} for ids and groups that are not there, and for a named statement that the report contradicts or that lost its basis */
function choose(ids: string[], { group, all, anyway }: Options, known: Known, file: string): Chosen {
  const names = known.all.flatMap((statement) => [statement.id, keyOf(statement)])
  for (const id of ids) {
    const every = [...names, ...known.every.map((each) => each.id)]
    if (!every.includes(id)) throw noSuch(`there is no statement or claim "${id}"`, id, new Set(every), { file })
  }
  const groups = new Set(known.all.flatMap((statement) => statement.group ?? []))
  for (const name of group ?? [])
    if (!groups.has(name)) throw noSuch(`there is no group "${name}"`, name, groups, { file })
  const isNamed = (statement: Statement) => ids.includes(statement.id) || ids.includes(keyOf(statement))
  const isMeant = (statement: Statement) =>
    all || isNamed(statement) || (statement.group !== undefined && group?.includes(statement.group))
  const meant = [
    ...known.stale.filter(isMeant),
    ...known.all.filter((statement) => statement.standing.state === 'holds' && isNamed(statement)),
  ]
  const refused = meant.flatMap((statement) => refusal(statement, known.doubtful, anyway ?? false) ?? [])
  const named = refused.filter(({ statement }) => isNamed(statement)).map(({ problem }) => problem)
  if (named.length) throw named.length > 1 ? new Problems(named) : named[0]!
  const isRefused = (statement: Statement) => refused.some((each) => each.statement === statement)
  const sentences = known.sentences.filter(({ id }) => all || ids.includes(id))
  const refusedSentences = sentences.filter(({ id, kind }) => kind !== 'reading' && !anyway && !ids.includes(id))
  return {
    statements: meant.filter((statement) => !isRefused(statement)),
    sentences: sentences.filter((sentence) => !refusedSentences.includes(sentence)),
    refused,
    refusedSentences,
    fresh: known.all.filter((statement) => isNamed(statement) && !meant.includes(statement)),
  }
}

interface Refused {
  statement: Statement
  problem: Problem
}

/** Why a statement is not approved; null where nothing stands against it. */
function refusal(statement: Statement, doubtful: Known['doubtful'], anyway: boolean): Refused | null {
  const { file, line, column, standing } = statement
  const refused = (message: string, found: string, expected: string): Refused => ({
    statement,
    problem: new Problem(`"${keyOf(statement)}" ${message}`, { file, line, column, found, expected }),
  })
  if (standing.state === 'gone')
    return refused('rests on what the report no longer has', standing.why, 'another basis in editorial.yaml')
  if (anyway) return null
  const other = 'another text in editorial.yaml, or --anyway'
  if (standing.state === 'untrue') return refused('is contradicted by the report', standing.why, other)
  const numbers = doubtful.get(statement)
  return numbers ? refused('gives a number that its basis does not have', unsupportedText(numbers), other) : null
}

/** The same sentence in several places has one id. */
const onceEach = (all: Stale[]) => [...new Map(all.toReversed().map((stale) => [stale.id, stale])).values()].reverse()

/** The day, or that of `SOURCE_DATE_EPOCH`, as 2026-03-01. */
function today({ env }: Io): string {
  const epoch = env.SOURCE_DATE_EPOCH
  const now = epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()
  return now.toISOString().slice(0, 10)
}

type Rest = Pick<Chosen, 'statements' | 'sentences'>

function json(chosen: Chosen, rest: Rest, moved: Statement[], options: Options, paper: Paper): string {
  const names = ({ statements, sentences }: Rest) => [...statements.map(keyOf), ...sentences.map(({ id }) => id)]
  return JSON.stringify({
    approved: names(chosen),
    stale: names(rest),
    moved: moved.map(keyOf),
    movedWritten: options.moved ?? false,
    refused: [
      ...chosen.refused.map(({ statement }) => keyOf(statement)),
      ...chosen.refusedSentences.map(({ id }) => id),
    ],
    notStale: chosen.fresh.map(keyOf),
    statements: [...chosen.statements, ...rest.statements].map((each) => statementJson(each, paper)),
    sentences: [...chosen.sentences, ...rest.sentences].map(sentenceJson),
  })
}

interface Around {
  /** What is wrong with the lock file. */
  doubts: Problem[]
  doubtful: Known['doubtful']
  paper: Paper
}

function told(
  chosen: Chosen,
  rest: Rest,
  moved: Statement[],
  { doubts, doubtful, paper }: Around,
  options: Options,
): string {
  const text = (statement: Statement) => statementText(statement, paper, doubtful.get(statement))
  const approved = [
    ...chosen.statements.map((each) => `approved ${text(each)}`),
    ...chosen.sentences.map((each) => `approved ${sentenceText(each)}`),
  ]
  const left = [
    ...rest.statements.map((each) => `stale ${text(each)}`),
    ...rest.sentences.map((each) => `stale ${sentenceText(each)}`),
  ]
  const refused = [
    ...chosen.refused.map(({ problem }) => formatProblem(problem)),
    ...chosen.refusedSentences.map(
      ({ id, line }) => `the tables contradict sentence ${id} (line ${line}): approve it by its id, or --anyway`,
    ),
  ].map((text) => `not approved: ${text}`)
  const fresh = chosen.fresh.map((each) => `nothing to approve: ${keyOf(each)} is not stale (${each.standing.state})`)
  const count = chosen.statements.length + chosen.sentences.length
  const places = moved.length
    ? [
        options.moved
          ? `${moved.length} moved: their new places are written`
          : `${moved.length} moved: they hold; \`prisme approve --moved\` writes their new places`,
      ]
    : []
  const lines = [
    ...doubts.map(formatProblem),
    ...approved,
    ...(options.quiet ? [] : left),
    ...refused,
    ...fresh,
    ...(options.quiet ? [] : [...places, `${count} approved, ${rest.statements.length + rest.sentences.length} stale`]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
