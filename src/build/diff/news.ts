import type { Document } from '../../document/document.ts'
import { passagesOf } from '../../document/passages.ts'
import { sentencesIn } from '../../document/readability.ts'
import type { Change } from '../../model/diff/change.ts'
import { isUntrue } from '../../model/diff/claims.ts'
import { likeness, wordsOnce } from '../../model/diff/likeness.ts'
import { paired } from '../../model/diff/pairs.ts'
import { fold } from '../../model/text.ts'
import type { Touched } from './touched.ts'

/** What is new for the readers of an audience, or of one of its editions. */
export interface News {
  documents: Touched[]
  /** Cells with other numbers that the documents show. */
  numbers: Change[]
  /** Sentences of the report below the documents that no longer agree with their tables, each once. */
  untrue: Change[]
  /** Sentences of the documents; null where there was none, or is none any more. */
  sentences: { before: string | null; after: string | null }[]
}

/** The news of each audience and edition, in the order of the documents; of those that nothing touches there is none. */
export function newsOf(documents: Touched[]): News[] {
  const groups = new Map<string, Touched[]>()
  for (const each of documents) {
    const { audience, edition } = (each.after ?? each.before)!.planned
    const key = `${audience.id}/${edition?.name ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()].flatMap((group) => {
    const touched = group.filter(({ fate }) => fate !== 'same' && fate !== 'lines')
    return touched.length ? [newsIn(touched)] : []
  })
}

function newsIn(documents: Touched[]): News {
  const changes = [...new Set(documents.flatMap(({ because }) => because))]
  const untrue = new Map(changes.filter(isUntrue).map((change) => [change.after, change]))
  return {
    documents,
    numbers: changes.filter(({ what, numbers }) => what === 'cell' && numbers.length > 0),
    untrue: [...untrue.values()],
    sentences: otherSentences(documents.filter(({ fate }) => fate === 'changed')),
  }
}

interface Said {
  text: string
}

/** The sentences that documents say otherwise, each once. */
function otherSentences(documents: Touched[]): News['sentences'] {
  const all = (side: 'before' | 'after') => documents.flatMap((each) => sentencesOf(each[side]?.document ?? null))
  const [old, now] = [all('before'), all('after')].map((texts) => new Map(texts.map((text) => [fold(text), text])))
  const alone = (own: Map<string, string>, others: Map<string, string>) =>
    [...own].flatMap(([folded, text]): Said[] => (others.has(folded) ? [] : [{ text }]))
  const words = wordsOnce<Said>(({ text }) => text)
  const { pairs, removed, added } = paired(alone(old!, now!), alone(now!, old!), [
    { score: (a, b) => likeness(words(a), words(b), 0.4), least: 0.4 },
  ])
  return [
    ...pairs.map(({ before, after }) => ({ before: before.text, after: after.text })),
    ...added.map(({ text }) => ({ before: null, after: text })),
    ...removed.map(({ text }) => ({ before: text, after: null })),
  ]
}

function sentencesOf(document: Document | null): string[] {
  if (!document) return []
  return passagesOf(document)
    .filter(({ isProse }) => isProse)
    .flatMap(({ text }) => sentencesIn(text.replace(/\s+/g, ' ')))
}
