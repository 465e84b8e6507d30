import { escapeRegExp } from '../../model/text.ts'
import { formatNumber, valuesIn } from '../../model/values.ts'
import type { Context } from '../context.ts'
import type { Found, Rule } from '../rule.ts'
import { lineOf, placeOf, type Quantity, quoteOf } from '../text/quantities.ts'
import { placeInSentence, type Sentence } from '../text/sentences.ts'

export const parts: Rule = {
  id: 'parts',
  severity: 'error',
  description: 'A number in the text that is divided into parts which do not add up to it.',
  example: '"15 people, of whom 11 are advisers. The remaining six …"',
  run(_, context) {
    return context.sentences.flatMap((sentence, index) => [
      ...remainder(sentence, context.sentences[index + 1], context),
      ...bracketed(sentence, context),
      ...itemised(sentence, context),
    ])
  },
}

const anyOf = (words: string[]) => `(?<!\\p{L})(?:${words.map(escapeRegExp).join('|')})(?!\\p{L})`

/** "15 people, of whom 11 are advisers. The remaining six …": the part named first and the part that is left. */
function remainder(sentence: Sentence, next: Sentence | undefined, { locale, quantitiesOf }: Context): Found[] {
  const here = quantitiesOf(sentence).filter(isCount)
  const leads = here.length > 1 && new RegExp(anyOf(locale.checks.ofWhich), 'iu').exec(sentence.text)
  if (!leads) return []
  const whole = here.findLast(({ at }) => at < leads.index)
  const named = here.filter(({ at }) => at > leads.index)
  const after = next?.passage === sentence.passage ? quantitiesOf(next).filter(isCount) : []
  const rest = [...named.slice(1), ...after].find((quantity) => isRest(quantity, locale.checks.remaining))
  const [part] = named
  if (!whole || !part || !rest || part.value + rest.value === whole.value) return []
  return [
    {
      ...placeOf(whole),
      message: `${whole.text} is divided into ${part.text} and the remaining ${rest.text}, which makes ${formatNumber(part.value + rest.value, locale)}`,
      related: [{ line: lineOf(rest), message: `"${quoteOf(rest)}"` }],
    },
  ]
}

/** Is a number what remains: "the remaining six", "les six autres"? */
function isRest({ sentence, at, words }: Quantity, remaining: string[]): boolean {
  const before = new RegExp(`${anyOf(remaining)}[^\\p{L}]*$`, 'iu').test(sentence.text.slice(0, at))
  return before || remaining.includes(words[0]?.toLowerCase() ?? '')
}

/** "12 studies: Denmark (10), Italy (1) and Sweden (1)": bare numbers in brackets behind names. */
function bracketed(sentence: Sentence, { locale, quantitiesOf }: Context): Found[] {
  const found = [...sentence.text.matchAll(/\p{L}[\p{L}.]*\s\((\d+)\)(?=\s*(?:[,;.]|\p{L}|$))/gu)]
  if (found.length < 2) return []
  const numbers = found.map((match) => Number(match[1]))
  const whole = quantitiesOf(sentence).findLast(
    (quantity) => isCount(quantity) && quantity.at < found[0]!.index && quantity.words.length > 0,
  )
  const sum = numbers.reduce((all, each) => all + each, 0)
  if (!whole || whole.value <= Math.max(...numbers) || whole.value === sum) return []
  const between = sentence.text.slice(whole.at, found[0]!.index)
  if (/[.;]\s/.test(between) || between.length > 80) return []
  return [
    {
      ...placeOf(whole),
      message: `${quoteOf(whole)} is divided into ${numbers.join(' + ')}, which makes ${formatNumber(sum, locale)}`,
    },
  ]
}

/** "52.4m (Account 5: 7.1; Account 6: 42.1; grant: 3.2)": labelled numbers in brackets behind the whole. */
function itemised(sentence: Sentence, { locale }: Context): Found[] {
  if (!/\([^()]*:[^()]*;/.test(sentence.text)) return []
  return [...sentence.text.matchAll(/([^()]*)\(([^()]*:[^()]*;[^()]*:[^()]*)\)/gu)].flatMap(
    ({ index, 1: before, 2: inside }) => {
      const whole = valuesIn(before!, locale).at(-1)
      const items = inside!.split(';').map((item) => valuesIn(item.slice(item.lastIndexOf(':') + 1), locale))
      if (!whole || !before!.trimEnd().endsWith(whole.text) || items.some((values) => values.length !== 1)) return []
      const sum = Number(items.reduce((all, [value]) => all + value!.value, 0).toFixed(6))
      if (sum === whole.value || sum > whole.value * 1.5 || sum < whole.value / 2) return []
      return [
        {
          ...placeInSentence(sentence, index + before!.trimEnd().length - whole.text.length),
          message: `${whole.text} is divided into ${items.map(([value]) => value!.text).join(' + ')}, which makes ${formatNumber(sum, locale)}`,
        },
      ]
    },
  )
}

const isCount = ({ value, max, unit }: Quantity) =>
  max === undefined && Number.isInteger(value) && !/%/.test(unit ?? '')
