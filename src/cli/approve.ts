import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { isMap, isSeq, parseDocument } from 'yaml'
import { writeWhole } from '../build/write.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem } from '../input/problem.ts'
import { readText } from '../input/read-text.ts'
import { fingerprint, isStale, keyOf, readEditorial, type Statement } from '../tailor/editorial.ts'
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
    .description('Marks editorial statements as read again: renews the fingerprint of the lines they rest on.')
    .argument('[id...]', 'the ids of statements; with nothing, lists the stale ones')
    .option('--all', 'all stale statements')
    .option('--reason <text>', 'why they still hold; it is kept beside the fingerprint')
    .option('--source <dir>', 'the source folder', 'source')
    .option('--json', 'the statements as one JSON document on stdout')
    .option('--quiet', 'no list')
    .action((ids: string[], options: Options) => approve(ids, options))
}

async function approve(ids: string[], options: Options): Promise<void> {
  const { source } = foldersOf(options)
  const lines = (await readText(join(source.path, 'report.md'), `${source.shown}/report.md`)).split('\n')
  const path = join(source.path, 'editorial.yaml')
  const { statements } = await readEditorial(path, `${source.shown}/editorial.yaml`, lines)
  for (const id of ids) {
    const known = statements.map((statement) => statement.id)
    if (!known.includes(id))
      throw noSuch(`there is no statement "${id}"`, id, known, { file: `${source.shown}/editorial.yaml` })
  }
  const stale = statements.filter((statement) => isStale(statement, lines))
  const chosen = stale.filter(({ id }) => options.all || ids.includes(id))
  if (chosen.length) {
    if (!options.reason) throw new Problem('an approval needs a reason', { expected: '--reason "…"' })
    await writeWhole(path, await renewed(path, chosen, lines, options.reason))
  }
  const rest = stale.filter((statement) => !chosen.includes(statement))
  const say = (list: Statement[], what: string) =>
    list.map((statement) => `${what} ${keyOf(statement)}: ${statement.text}`)
  if (options.json) process.stdout.write(`${JSON.stringify({ approved: chosen.map(keyOf), stale: rest.map(keyOf) })}\n`)
  else if (!options.quiet)
    process.stderr.write(
      `${[...say(chosen, 'approved'), ...say(rest, 'stale'), `${chosen.length} approved, ${rest.length} stale`].join('\n')}\n`,
    )
}

/** The file with new fingerprints, all else as it was written, comments too. */
async function renewed(path: string, chosen: Statement[], lines: string[], reason: string): Promise<string> {
  const document = parseDocument(await readFile(path, 'utf8'))
  const list = document.get('statements')
  for (const item of isSeq(list) ? list.items : []) {
    if (!isMap(item)) continue
    const statement = chosen.find(({ id, for: about }) => item.get('id') === id && item.get('for') === about)
    if (!statement) continue
    item.set('fingerprint', fingerprint(statement.basis, lines))
    item.set('approved', reason)
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
