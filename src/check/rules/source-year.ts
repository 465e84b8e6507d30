import { escapeRegExp } from '../../model/text.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { placeIn } from '../text/passages.ts'
import { placeInSentence } from '../text/sentences.ts'
import { stem } from '../text/stem.ts'

export const sourceYear: Rule = {
  id: 'source-year',
  severity: 'warning',
  description: 'A source that is said to tell of a study which is younger than the source.',
  example: '"the German study from 2016" and "Holm (2010) tells of the same German study"',
  run(_, context) {
    return dated(context).flatMap((study) => tellers(study, context))
  },
}

/** "the German study from 2016": an adjective and a noun with the year they came out. */
interface Dated {
  stems: [string, string]
  quote: string
  year: number
  line: number
}

function dated({ sentences, locale }: Context): Dated[] {
  const pattern = new RegExp(
    `(\\p{L}{3,})\\s(\\p{L}{3,})\\s(?:${locale.checks.from.map(escapeRegExp).join('|')})\\s((?:19|20)\\d\\d)(?!\\d)`,
    'giu',
  )
  return sentences
    .filter(({ text }) => /(?:19|20)\d\d/.test(text))
    .flatMap(({ text, passage, at }) =>
      [...text.matchAll(pattern)]
        .filter(([, adjective]) => !locale.functionWords.includes(adjective!.toLowerCase()))
        .map((match) => ({
          stems: [stem(match[1]!, locale), stem(match[2]!, locale)] as [string, string],
          quote: match[0],
          year: Number(match[3]),
          line: placeIn(passage, at + match.index).line,
        })),
    )
}

/** Sentences of other paragraphs that begin with a source of an earlier year and name the study after it. */
function tellers({ stems, quote, year, line }: Dated, { sentences, locale }: Context): Found[] {
  return sentences.flatMap((sentence) => {
    const { text, passage, at } = sentence
    const source = /^([\p{Lu}][^.()]{2,60})\(((?:19|20)\d\d)[^)]*\)/u.exec(text)
    if (!source || Number(source[2]) >= year || placeIn(passage, at).line === line) return []
    const words = (text.slice(source[0].length).match(/\p{L}+/gu) ?? []).map((word) => stem(word, locale))
    const named = words.findIndex((word, index) => word === stems[0] && words[index + 1] === stems[1])
    if (named < 0 || named > 6) return []
    return [
      {
        ...placeInSentence(sentence),
        message: `"${source[0]}" cannot tell of "${quote}"`,
        related: [{ line, message: `"${quote}"` }],
      },
    ]
  })
}
