import { type Difference, type DifferenceJson, isTouched } from '../build/diff/difference.ts'
import type { Waiting } from '../build/diff/statements.ts'
import type { Touched } from '../build/diff/touched.ts'
import type { PlannedDocument } from '../build/plan.ts'
import { listed } from '../input/nearest.ts'
import { formatProblem } from '../input/problem.ts'
import type { Locale } from '../locale/locale.ts'
import { type Language, locales } from '../locale/locales.ts'
import type { Change, Lines } from '../model/diff/change.ts'
import { isUntrue } from '../model/diff/claims.ts'
import { wordRuns } from '../model/diff/words.ts'

/** A part of what is told of a difference, with a line or a few for each entry. */
interface Group {
  title: string
  entries: string[]
}

/** How many entries of a group are shown where not all are asked for: all groups go on a screen. */
const most = 6

/**
 * A difference as text for a person: the numbers, the sentences that no longer agree with them, the documents that must go out
 * again, and the rest.
 *
 * @param full all of it, with whole texts; else a screen of it
 */
export function differenceText(difference: Difference, full: boolean): string {
  const { before, after } = difference
  const groups = groupsOf(difference, full).filter(({ entries }) => entries.length)
  const heads = [`${before.name} → ${after.name}`, ...noDocuments(difference)]
  if (!groups.length) return [...heads, 'no changes'].join('\n')
  const cut = groups.map(({ title, entries }) => {
    const shown = full ? entries : entries.slice(0, most)
    const rest = entries.length - shown.length
    return [`${title}: ${entries.length}`, ...shown, ...(rest ? [`  … and ${rest} more; --full shows all`] : [])]
  })
  return [heads.join('\n'), ...cut.map((lines) => lines.join('\n'))].join('\n\n')
}

function groupsOf({ after, changes, documents, statements }: Difference, full: boolean): Group[] {
  const locale = locales[after.report.language as Language]
  const isNumber = ({ what, numbers }: Change) => (what === 'cell' || what === 'study') && numbers.length > 0
  const rest = changes.filter((change) => !isNumber(change) && !isUntrue(change) && !followsText(change))
  const touched = documents.filter(isTouched)
  const waiting = touched.filter(({ after }) => after?.problems.length)
  const going = touched.filter((each) => !waiting.includes(each) && each.fate !== 'lines')
  return [
    { title: 'Numbers that changed', entries: changes.filter(isNumber).map((change) => numberText(change, locale)) },
    { title: 'Sentences that no longer agree with their tables', entries: untrueTexts(changes.filter(isUntrue)) },
    { title: 'Stale statements', entries: statementTexts(statements, full) },
    {
      title: 'Documents that cannot go out as the report is now',
      entries: waiting.map((each) => waitingText(each, full)),
    },
    { title: 'Documents that go out again', entries: going.map(touchedText) },
    {
      title: 'Documents in which only the line numbers of sources are others',
      entries: touched
        .filter((each) => !waiting.includes(each) && each.fate === 'lines')
        .map((each) => `  ${pathOf(each)}`),
    },
    { title: 'Other changes', entries: rest.map((change) => restText(change, full)) },
  ]
}

/** A claim that is new, gone or another one as its text is: that is told as text. */
const followsText = ({ claim }: Change) => claim !== null && !(claim.agrees.before === false && claim.agrees.after)

function noDocuments({ before, after }: Difference): string[] {
  return [before, after].flatMap(({ name, problems }) =>
    problems.length ? [`no documents of ${name}: ${problems.map(formatProblem).join('\n')}`] : [],
  )
}

/** What changed in per cent has changed by points. */
function numberText({ name, before, after, numbers, lines, data }: Change, { percent }: Locale): string {
  const by = numbers.map(({ difference, unit }) => {
    const measure = unit && percent.includes(unit.toLowerCase()) ? 'points' : unit
    return [`${difference > 0 ? '+' : ''}${difference}`, measure].filter(Boolean).join(' ')
  })
  const file = data.after ? [`${data.after.file}:${data.after.line}`] : []
  return `  ${name}: ${before} → ${after}  (${[by.join(', '), lineText(lines), ...file].join('; ')})`
}

/** A sentence with the cells of all its numbers that are others now. */
function untrueTexts(changes: Change[]): string[] {
  const groups = new Map<string, Change[]>()
  for (const change of changes) groups.set(change.after!, [...(groups.get(change.after!) ?? []), change])
  return [...groups].map(([sentence, all]) => {
    const cells = all.flatMap(({ claim }) =>
      claim!.restsOn.map(({ table, row, column, before, after }) => {
        const place = [table, row, column].filter(Boolean).join(', ')
        return `      ${place}: ${before ?? 'not there'} → ${after ?? 'gone'}`
      }),
    )
    return [`  ${lineText(all[0]!.lines)}: ${sentence}`, ...new Set(cells)].join('\n')
  })
}

/** Stale statements; those whose basis only moved together, where not all is asked for. */
function statementTexts(statements: Waiting[], full: boolean): string[] {
  const ranges = (lines: Lines[]) => lines.map(rangeText).join(', ')
  const name = ({ file, line, id }: Waiting) => `  ${file}:${line} ${id}`
  const moved = statements.filter(({ movedTo }) => movedTo !== null)
  const changed = statements.filter((statement) => !moved.includes(statement))
  return [
    ...changed.map(
      (statement) => `${name(statement)}: ${statement.state}, ${statement.why} (line ${ranges(statement.basis)})`,
    ),
    ...(full || moved.length < 2
      ? moved.map((each) => `${name(each)}: moved (line ${ranges(each.basis)} → ${ranges(each.movedTo!)})`)
      : [`  ${moved.length} moved: the words of their basis stand on other lines`]),
  ]
}

/** What a document waits for: statements by name, anything else in its own words. */
function waitingText(touched: Touched, full: boolean): string {
  const { problems } = touched.after!
  const said = problems.map((problem) => {
    const { found } = problem.details
    if (problem.exitCode === 2 || !found) return formatProblem(problem).replace(/^/gm, '      ').trimStart()
    return `waits for ${listed(found.split(', '), full ? Infinity : 2)}`
  })
  return `  ${pathOf(touched)}: ${said.join('; ')}`
}

function touchedText(touched: Touched): string {
  const { fate, because } = touched
  if (fate !== 'changed') return `  ${pathOf(touched)}: ${fate}`
  const counts = new Map<string, number>()
  for (const { what } of because) counts.set(what, (counts.get(what) ?? 0) + 1)
  const why = [...counts].map(([what, count]) => `${count} ${what}${count > 1 ? 's' : ''}`)
  return `  ${pathOf(touched)}${why.length ? `: shows ${why.join(', ')}` : ''}`
}

/** "press/brief.{pdf,html}" */
function pathOf({ before, after }: Touched): string {
  const { artifacts } = (after ?? before)!.planned
  const ends = artifacts.map(({ path }) => path.slice(path.lastIndexOf('.') + 1))
  const [first] = artifacts
  if (artifacts.length < 2) return first!.path
  const same = artifacts.every(({ path }, at) => path === first!.path.replace(/[^.]+$/, ends[at]!))
  return same ? first!.path.replace(/[^.]+$/, `{${ends.join(',')}}`) : artifacts.map(({ path }) => path).join(', ')
}

function restText({ kind, what, name, before, after, lines, moved, place }: Change, full: boolean): string {
  const head = `  ${kind} ${what} ${[...new Set([name, place.field])].filter(Boolean).join(', ')}`
  if (moved) return `${head}: ${moved.from || '–'} → ${moved.to || '–'}  (${lineText(lines)})`
  if (kind !== 'changed' || before === null || after === null)
    return `${head}  (${lineText(lines)})${full ? `\n${indented(after ?? before ?? '')}` : ''}`
  return `${head}  (${lineText(lines)})\n${indented(marked(before, after, full))}`
}

const indented = (text: string) => text.replace(/^/gm, '      ')

/** How many words are left to either side of what changed, and to either end of it. */
const around = 4
const inside = 8

/** A changed text as `[-old-] {+new+}`, the words between cut where not all is asked for. */
function marked(before: string, after: string, full: boolean): string {
  const runs = wordRuns(before, after)
  return runs
    .map(({ kind, text }, at) => {
      const ends = at === 0 ? [0, around] : at === runs.length - 1 ? [around, 0] : [around, around]
      const shown = full ? text : shortened(text, kind === 'same' ? ends : [inside, inside])
      return kind === 'same' ? shown : kind === 'removed' ? `[-${shown}-]` : `{+${shown}+}`
    })
    .join(' ')
}

/** A text with so many words of its beginning and end. */
function shortened(text: string, [first, last]: number[]): string {
  const words = text.split(' ')
  if (words.length <= first! + last! + 1) return text
  return [...words.slice(0, first), '…', ...words.slice(words.length - last!)].join(' ')
}

function lineText({ before, after }: Change['lines']): string {
  const [old, now] = [before && rangeText(before), after && rangeText(after)]
  const both = old && now && old !== now ? `${old} → ${now}` : (now ?? old)
  return both ? `line ${both}` : 'no line'
}

/** Which notes were written, for whom there is nothing new, and which tell of documents that are not what they will be. */
export function notesText(folder: string, { after, documents }: Difference, notes: DifferenceJson['notes']): string {
  const nameOf = ({ audience, edition }: PlannedDocument) => [audience.id, edition?.name].filter(Boolean).join('/')
  const noted = new Set(notes.map(({ audience, edition }) => [audience, edition].filter(Boolean).join('/')))
  const without = new Set(after.documents.map(nameOf).filter((name) => !noted.has(name)))
  const waiting = documents.flatMap(({ after }) => (after?.problems.length ? nameOf(after.planned) : []))
  const early = new Set(waiting.filter((name) => noted.has(name)))
  return [
    ...notes.flatMap(({ paths }) => paths.map((path) => `wrote ${folder}/${path}`)),
    ...(without.size ? [`nothing new, and no note, for ${[...without].join(', ')}`] : []),
    ...(early.size ? [`to be written again once their documents can go out: ${[...early].join(', ')}`] : []),
  ].join('\n')
}

const rangeText = ([first, last]: Lines) => (first === last ? `${first}` : `${first}–${last}`)
