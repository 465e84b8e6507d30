import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { type Difference, differenceBetween, differenceJson } from '../build/diff/difference.ts'
import { writeNotes } from '../build/diff/notes.ts'
import { type Version, versions } from '../build/diff/version.ts'
import { noSuch } from '../input/no-such.ts'
import { effectsOn, list } from './build.ts'
import { differenceText, notesText } from './diff-text.ts'
import { foldersOf } from './folders.ts'
import type { Io } from './io.ts'

interface Options {
  source: string
  templates?: string
  audience?: string[]
  full?: boolean
  note?: string
  exitCode?: boolean
  json?: boolean
  quiet?: boolean
}

const examples = `
A and B are each a source folder, a report, or a git revision (HEAD~1, a tag); of a revision the source folder is read, or what is
named behind a colon (HEAD~1:harbour). A report alone has the profile beside it and the audiences of --source.

Examples:
  prisme diff HEAD source                   what an edit or a data update changes
  prisme diff v1.0 v1.1 --note out/notes    what is new since the last issue, with a page for each audience
  prisme diff source new-report.md --full   what a new version of the report would change`

export function diffCommand(program: Command, exit: (code: number) => void, io: Io): Command {
  return program
    .command('diff')
    .description(
      'Tells what changed between two reports: numbers, sentences that these made untrue, documents that go out again.',
    )
    .argument('<a>', 'the earlier one')
    .argument('<b>', 'the later one')
    .option('--source <dir>', 'the source folder', 'source')
    .option('--templates <dir>', 'the templates folder (default: templates)')
    .option('--audience <ids>', 'only the documents of these audiences, divided by commas', list)
    .option('--note <dir>', 'writes a page for each audience that tells what is new for it, as HTML and PDF')
    .option('--full', 'all changes with their whole text, not a screen of them')
    .option('--exit-code', 'exit 1 if there are changes')
    .option('--json', 'all changes as one JSON document on stdout')
    .option('--quiet', 'say nothing but errors')
    .addHelpText('after', examples)
    .action(async (a: string, b: string, options: Options) => exit(await diff(a, b, options, io)))
}

async function diff(a: string, b: string, options: Options, io: Io): Promise<number> {
  const { source, templates, json, quiet, full = false } = options
  const scratch = await mkdtemp(join(tmpdir(), 'prisme-diff-'))
  const say = (stage: string) => {
    if (!quiet && !json) io.stderr.write(`${stage}\n`)
  }
  try {
    const version = versions({
      source,
      scratch,
      foldersOf: (folder) => foldersOf({ source: folder, ...(templates === undefined ? {} : { templates }) }),
    })
    say(`reading ${a}`)
    const earlier = await version(a)
    say(`reading ${b}`)
    const later = await version(b)
    const [before, after] = ofAudiences([earlier, later], options.audience ?? [])
    const difference = await differenceBetween(before, after, say)
    const notes = options.note === undefined ? [] : await notesIn(options.note, difference, say, io)
    if (json) io.stdout.write(`${JSON.stringify(differenceJson(difference, notes))}\n`)
    else if (!quiet) io.stderr.write(`\n${differenceText(difference, full)}\n`)
    if (options.note !== undefined && !json && !quiet)
      io.stderr.write(`\n${notesText(options.note, difference, notes)}\n`)
    return options.exitCode && difference.changes.length ? 1 : 0
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** Two versions with the documents of some audiences; of all where none is named. */
function ofAudiences(both: [Version, Version], wanted: string[]): [Version, Version] {
  if (!wanted.length) return both
  const known = new Set(both.flatMap(({ documents }) => documents.map(({ audience }) => audience.id)))
  for (const id of wanted) if (!known.has(id)) throw noSuch(`unknown audience "${id}"`, id, known)
  const narrowed = (version: Version): Version => ({
    ...version,
    documents: version.documents.filter(({ audience }) => wanted.includes(audience.id)),
  })
  return [narrowed(both[0]), narrowed(both[1])]
}

async function notesIn(folder: string, difference: Difference, say: (stage: string) => void, io: Io) {
  say('writing the notes')
  const effects = await effectsOn({ out: folder, force: true }, io)
  try {
    return await writeNotes(difference, effects)
  } finally {
    await effects.printer.close()
  }
}
