import type { Statement } from '../editorial/editorial.ts'
import { keyOf } from '../editorial/key.ts'
import type { Lines, Paper } from '../editorial/paper.ts'
import type { State } from '../editorial/standing.ts'
import { type Unsupported, unsupportedText } from '../editorial/support.ts'
import { changeText } from '../editorial/told.ts'
import { cellName } from '../update/changes.ts'
import type { Stale } from '../update/stale.ts'

const order: State[] = ['untrue', 'gone', 'read again', 'new']

/** What is surely wrong first, then the most doubtful. */
export function byUrgency(a: Statement, b: Statement): number {
  const [one, other] = [a, b].map(({ standing }) => order.indexOf(standing.state)) as [number, number]
  return one - other || b.standing.doubt - a.standing.doubt || a.line - b.line
}

/** A statement with what it says, why it is in the list, what its basis said and says, and which of its numbers that does not give. */
export function statementText(statement: Statement, paper: Paper, numbers: Unsupported[] = []): string {
  const { file, line, text, standing } = statement
  const { state, why, cells, words } = standing
  const changes = [...cells.map(changeText.cell), ...words.map(changeText.words)]
  const basis = changes.length ? changes : basisNow(statement, paper)
  return [
    `${keyOf(statement)} (${file}:${line}) ${state}: ${why}`,
    `  says      ${text}`,
    ...(numbers.length && state !== 'untrue'
      ? [`  doubtful  its basis does not give ${unsupportedText(numbers)}`]
      : []),
    ...basis.map((each, at) => `  ${at ? '         ' : changes.length ? 'its basis' : 'rests on '} ${each}`),
  ].join('\n')
}

/** What a basis says now, each piece under its lines. */
function basisNow({ basis }: Statement, paper: Paper): string[] {
  return basis.map(
    (lines) => `${rangeText(lines)}: ${cut(paper.words([paper.startOf(lines[0]), paper.startOf(lines[1] + 1)]))}`,
  )
}

const rangeText = ([first, last]: Lines) => (first === last ? `line ${first}` : `lines ${first}-${last}`)
const cut = (text: string) => (text.length > 240 ? `${text.slice(0, 239)}…` : text)

export function statementJson(statement: Statement, paper: Paper) {
  const { id, for: about, file, line, text, basis, standing } = statement
  const { state, why, doubt, cells, words, verdicts, movedFrom, approved, entry } = standing
  const before = entry?.rests
    .flat()
    .map((anchor) => ({ line: anchor.line, text: anchor.text ?? Object.values(anchor.cells).join('; ') }))
  const now = basis.map((lines) => ({
    lines,
    text: paper.words([paper.startOf(lines[0]), paper.startOf(lines[1] + 1)]),
  }))
  return {
    id,
    for: about ?? null,
    file,
    line,
    text,
    state,
    why,
    doubt,
    basis: { before: before ?? null, now },
    cells,
    words,
    verdicts,
    movedFrom,
    approved,
  }
}

/** A sentence of the report that an update made untrue. */
export function sentenceText({ id, line, said, now, sentence, changes }: Stale): string {
  const change = now === null ? '' : `, now ${now}`
  const cells = changes.map((each) => `${cellName(each)} was ${each.before}, is ${each.after}`)
  return [
    `${id}: line ${line}, "${said}"${change}: ${sentence}`,
    ...cells.map((cell, at) => `  ${at ? '         ' : 'its basis'} ${cell}`),
  ].join('\n')
}

export const sentenceJson = ({ id, line, kind, said, now, holds, sentence, changes }: Stale) => ({
  id,
  line,
  kind,
  said,
  now,
  holds,
  sentence,
  cells: changes,
})
