import type { Locale } from '../locale/locale.ts'
import { type Mention, mentionsIn } from '../model/claims/mentions.ts'
import { gives } from '../model/claims/nearness.ts'
import { cellText } from '../update/changes.ts'
import type { Editorial, Statement } from './editorial.ts'
import { plainOf } from './judge.ts'
import type { Paper } from './paper.ts'

/** A number that a statement gives and its basis does not. */
export interface Unsupported {
  /** As the statement writes it. */
  said: string
  /** The number of the basis that is nearest to it, as it stands there. */
  nearest: string | null
}

/** {@link unsupported} for all statements that have such numbers. */
export function allUnsupported(
  { statements }: Pick<Editorial, 'statements'>,
  ground: { paper: Paper; locale: Locale },
): Map<Statement, Unsupported[]> {
  const found = statements.map((statement) => [statement, unsupported(statement, ground.paper, ground.locale)] as const)
  return new Map(found.filter(([, numbers]) => numbers.length))
}

/** "1,530" (nearest is 1,350) */
export const unsupportedText = (numbers: Unsupported[]) =>
  numbers.map(({ said, nearest }) => `"${said}"${nearest === null ? '' : ` (nearest is ${nearest})`}`).join(', ')

/**
 * The numbers of a statement that nothing in its basis gives: they are not among its numbers, do not round one of them, and are no
 * sum, difference, ratio, share or change of two of them. Years and numbers in words are not asked for.
 */
export function unsupported(
  { text, basis }: Pick<Statement, 'text' | 'basis'>,
  paper: Paper,
  locale: Locale,
): Unsupported[] {
  const said = plainOf(text)
  const asked = mentionsIn(said, locale).filter(({ isYear, isWord, factor }) => !isYear && !isWord && !factor)
  if (!asked.length || !basis.length) return []
  const words = basisTexts({ basis }, paper).map((each) => ({ text: each, mentions: mentionsIn(each, locale) }))
  const known = words.flatMap(({ text, mentions }) =>
    mentions.map((mention) => ({ ...mention, printed: text.slice(mention.at, mention.end) })),
  )
  const numbers = [...new Set(known.flatMap(({ value, max }) => (max === undefined ? [value] : [value, max])))]
  return asked
    .filter((mention) => !known.some((each) => gives(mention, each)) && !isReckoned(mention, numbers))
    .map((mention) => ({ said: said.slice(mention.at, mention.end), nearest: nearestOf(mention, known) }))
}

/** What the lines of a basis say, and the values that updates gave their cells. */
function basisTexts({ basis }: Pick<Statement, 'basis'>, paper: Paper): string[] {
  return basis.flatMap(([first, last]) => {
    const lines = Array.from({ length: last - first + 1 }, (_, at) => first + at)
    const cells = lines.flatMap((line) => paper.rowsOn(line)).flatMap(({ table, row }) => table.rows[row]!)
    return [
      paper.words([paper.startOf(first), paper.startOf(last + 1)]),
      ...cells.flatMap((cell) => (cell.updated ? [cellText(cell)] : [])),
    ]
  })
}

function isReckoned(mention: Mention, numbers: number[]): boolean {
  const isGiven = (value: number) => Number.isFinite(value) && gives(mention, { value, isYear: false }) !== null
  return numbers.some((one) => numbers.some((other) => operations.some((reckon) => isGiven(reckon(one, other)))))
}

const operations: ((one: number, other: number) => number)[] = [
  (one) => Math.abs(one),
  (one) => 100 - one,
  (one, other) => one + other,
  (one, other) => one - other,
  (one, other) => one / other,
  (one, other) => (one / other) * 100,
  (one, other) => Math.abs(one / other - 1) * 100,
]

function nearestOf({ value }: Mention, known: { value: number; printed: string }[]): string | null {
  const [best] = known.toSorted((a, b) => Math.abs(a.value - value) - Math.abs(b.value - value))
  return best?.printed ?? null
}
