import type { Report } from '../report.ts'
import { fold } from '../text.ts'
import { type Change, changeOf, firstWords } from './change.ts'
import { likeness, wordsOnce } from './likeness.ts'
import { movesAmong } from './moves.ts'
import { type Pairing, paired } from './pairs.ts'
import { type Passage, passagesOf } from './passages.ts'
import { type Part, type Parts, partName } from './sections.ts'

/** A passage of a section that is in both reports; the text of one that is new or gone is told with it. */
interface Placed extends Passage {
  part: Part | null
}

const words = wordsOnce<Placed>(({ text }) => text)

/** The paragraphs of the same section in two reports against each other; what is left, against what other sections have left. */
export function textChanges(before: Report, after: Report, parts: Parts): Change[] {
  const [front, frontNow] = [before, after].map((report) => passagesOf(report).get(null)!)
  const homes = [
    { before: placed(front!, null), after: placed(frontNow!, null) },
    ...parts.pairs.map((pair) => ({
      before: placed(pair.before.passages, pair.before),
      after: placed(pair.after.passages, pair.after),
    })),
  ]
  const inside = homes.map((home) => ({ ...home, ...pairedPassages(home.before, home.after) }))
  const gone = parts.removed.flatMap((part) => placed(part.passages, part))
  const come = parts.added.flatMap((part) => placed(part.passages, part))
  const elsewhere = paired(
    [...inside.flatMap(({ removed }) => removed), ...gone],
    [...inside.flatMap(({ added }) => added), ...come],
    [({ text }) => fold(text)],
  )
  const isTold = new Set([...gone, ...come])
  return [
    ...inside.flatMap(({ before, pairs }) => [
      ...pairs.flatMap((pair) => changed(pair.before, pair.after)),
      ...movesAmong(pairs, before, ({ text }) => text).map(({ before, after, from, to }) =>
        told('moved', before, after, { moved: { from: String(from), to: String(to) } }),
      ),
    ]),
    ...elsewhere.pairs.map(({ before, after }) =>
      told('moved', before, after, { moved: { from: partName(before.part) ?? '', to: partName(after.part) ?? '' } }),
    ),
    ...elsewhere.removed.filter((each) => !isTold.has(each)).map((each) => told('removed', each, null)),
    ...elsewhere.added.filter((each) => !isTold.has(each)).map((each) => told('added', null, each)),
  ]
}

const placed = (passages: Passage[], part: Part | null) => passages.map((passage): Placed => ({ ...passage, part }))

function pairedPassages(before: Placed[], after: Placed[]): Pairing<Placed> {
  return paired(before, after, [
    ({ text }) => text,
    ({ text }) => fold(text),
    { score: (a, b) => likeness(words(a), words(b), 0.5), least: 0.5 },
  ])
}

function changed(before: Placed, after: Placed): Change[] {
  return before.text === after.text ? [] : [told('changed', before, after)]
}

function told(kind: Change['kind'], before: Placed | null, after: Placed | null, more: Partial<Change> = {}): Change {
  const { part, text } = (after ?? before)!
  return changeOf({
    kind,
    what: 'text',
    name: firstWords(text),
    place: { section: partName(part) },
    before: before?.text ?? null,
    after: after?.text ?? null,
    lines: { before: before?.lines ?? null, after: after?.lines ?? null },
    ...more,
  })
}
