import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { type Document, isMap, isSeq, parseDocument } from 'yaml'
import { readSource } from '../build/source.ts'
import { writeWhole } from '../build/write.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import { fingerprint, isStale, keyOf, readEditorial, type Statement, toRead, untrue } from '../tailor/editorial.ts'
import { material } from '../tailor/rendering.ts'
import type { Stale } from '../update/stale.ts'
import { foldersOf } from './folders.ts'

interface Options {
  source: string
  all?: boolean
  reason?: string
  json?: boolean
  quiet?: boolean
}

export function approveCommand(program: Command): Command {
  return program
    .command('approve')
    .description('Marks editorial statements, and sentences of the report that an update made untrue, as read again.')
    .argument('[id...]', 'the ids of statements and claims; with nothing, lists the stale ones')
    .option('--all', 'all that are stale')
    .option('--reason <text>', 'why they still hold; it is kept beside the fingerprint')
    .option('--source <dir>', 'the source folder', 'source')
    .option('--json', 'their ids as one JSON document on stdout')
    .option('--quiet', 'no list')
    .action((ids: string[], options: Options) => approve(ids, options))
}

/** Something that was read with other values: a statement of editors, or a sentence of the report. */
interface Unread {
  id: string
  /** Its id, with what it is for. */
  name: string
  /** What is said of it in the list. */
  text: string
  renew(file: Document): void
}

async function approve(ids: string[], options: Options): Promise<void> {
  const folder = foldersOf(options).source
  const { text, report, update } = await readSource(folder)
  if (update.problems.length) throw new Problems(update.problems)
  const path = join(folder.path, 'editorial.yaml')
  const editorial = await readEditorial(path, `${folder.shown}/editorial.yaml`, text.split('\n'))
  const { lines } = material(report, text, 'report.md', editorial, update.stale)
  const statements = editorial.statements
    .filter((statement) => isStale(statement, lines))
    .map((statement): Unread => unreadStatement(statement, lines, options))
  const sentences = [...untrue(update.stale, editorial), ...toRead(update.stale, editorial)]
  const all = [...statements, ...sentences.map((stale) => unreadSentence(stale, options))]
  const known = [...editorial.statements, ...update.stale].map(({ id }) => id)
  for (const id of ids) {
    if (!known.includes(id))
      throw noSuch(`there is no statement or claim "${id}"`, id, known, { file: `${folder.shown}/editorial.yaml` })
  }
  const chosen = all.filter(({ id }) => options.all || ids.includes(id))
  if (chosen.length) {
    if (!options.reason) throw new Problem('an approval needs a reason', { expected: '--reason "…"' })
    await writeWhole(path, await renewed(path, chosen))
  }
  const rest = all.filter((unread) => !chosen.includes(unread))
  const say = (list: Unread[], what: string) => list.map(({ text }) => `${what} ${text}`)
  const names = (list: Unread[]) => list.map(({ name }) => name)
  if (options.json) process.stdout.write(`${JSON.stringify({ approved: names(chosen), stale: names(rest) })}\n`)
  else if (!options.quiet)
    process.stderr.write(
      `${[...say(chosen, 'approved'), ...say(rest, 'stale'), `${chosen.length} approved, ${rest.length} stale`].join('\n')}\n`,
    )
}

function unreadStatement(statement: Statement, lines: string[], { reason }: Options): Unread {
  const name = keyOf(statement)
  return {
    id: statement.id,
    name,
    text: `${name}: ${statement.text}`,
    renew(file) {
      const list = file.get('statements')
      for (const item of isSeq(list) ? list.items : []) {
        if (!isMap(item) || item.get('id') !== statement.id || item.get('for') !== statement.for) continue
        item.set('fingerprint', fingerprint(statement.basis, lines))
        item.set('approved', reason)
      }
    },
  }
}

function unreadSentence({ id, line, said, now, sentence, fingerprint }: Stale, { reason }: Options): Unread {
  const change = now === null ? '' : `, now ${now}`
  return {
    id,
    name: id,
    text: `${id}: line ${line}, "${said}"${change}: ${sentence}`,
    renew(file) {
      const list = file.get('claims')
      const entry = file.createNode({ id, sentence, fingerprint, approved: reason })
      if (!isSeq(list)) return file.set('claims', file.createNode([entry]))
      const at = list.items.findIndex((item) => isMap(item) && item.get('id') === id)
      if (at < 0) list.add(entry)
      else list.set(at, entry)
    },
  }
}

/** The file with new approvals, all else as it was written, comments too; a new one where there is none. */
async function renewed(path: string, chosen: Unread[]): Promise<string> {
  const document = parseDocument(existsSync(path) ? await readFile(path, 'utf8') : '')
  for (const { renew } of chosen) renew(document)
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
