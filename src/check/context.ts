import { type Editorial, noEditorial, type Statement } from '../editorial/editorial.ts'
import type { Unsupported } from '../editorial/support.ts'
import type { Problem } from '../input/problem.ts'
import type { Locale } from '../locale/locale.ts'
import { type Language, locales } from '../locale/locales.ts'
import type { Report } from '../model/report.ts'
import type { Stale } from '../update/stale.ts'
import type { Updated } from '../update/update.ts'
import { type Passage, passagesOf } from './text/passages.ts'
import { type Quantity, quantitiesIn } from './text/quantities.ts'
import { type Sentence, sentencesOf } from './text/sentences.ts'
import { Topics } from './text/topics.ts'
import { Vocabulary } from './text/vocabulary.ts'

/** What rules look at beside the report: its running text, taken apart once, and what was made of it. */
export interface Context {
  locale: Locale
  /** The report's lines as written. */
  lines: string[]
  passages: Passage[]
  sentences: Sentence[]
  quantities: Quantity[]
  /** Those of a sentence. */
  quantitiesOf(sentence: Sentence): Quantity[]
  vocabulary: Vocabulary
  topics: Topics
  /** What documents ask for that is not there. */
  problems: Problem[]
  /** What editors wrote, held against the report. */
  editorial: Editorial
  /** Sentences of the report that updates made untrue and nobody has approved since. */
  untrue: Stale[]
  /** Sentences that rest on changed cells in words that only a person can judge, and nobody has. */
  toRead: Stale[]
  /** The numbers of each statement that its basis does not give. */
  unsupported: Map<Statement, Unsupported[]>
  update: Updates
}

/** What data files did to the report, and what is wrong with them. */
export type Updates = Omit<Updated, 'report'>

export function contextOf(
  report: Report,
  text: string,
  made: Partial<Pick<Context, 'problems' | 'editorial' | 'untrue' | 'toRead' | 'unsupported' | 'update'>> = {},
): Context {
  const locale = locales[report.language as Language]
  const passages = passagesOf(report)
  const sentences = passages.flatMap(sentencesOf)
  const bySentence = new Map(sentences.map((sentence) => [sentence, quantitiesIn(sentence, locale)]))
  return {
    locale,
    lines: text.split(/\r\n|\r|\n/),
    passages,
    sentences,
    quantities: [...bySentence.values()].flat(),
    quantitiesOf: (sentence) => bySentence.get(sentence) ?? [],
    vocabulary: new Vocabulary(report, passages, locale),
    topics: new Topics(report, passages),
    problems: made.problems ?? [],
    editorial: made.editorial ?? noEditorial(),
    untrue: made.untrue ?? [],
    toRead: made.toRead ?? [],
    unsupported: made.unsupported ?? new Map(),
    update: made.update ?? { stale: [], problems: [], doubts: [] },
  }
}
