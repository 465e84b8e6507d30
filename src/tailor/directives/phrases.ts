import type { PhrasingContent } from 'mdast'
import { noSuch } from '../../input/no-such.ts'
import { Problem } from '../../input/problem.ts'
import { languageTag } from '../../locale/language-tag.ts'
import { strengths } from '../../locale/locale.ts'
import { languages, locales } from '../../locale/locales.ts'
import { plainText } from '../../model/text.ts'

/** What a directive inside a line holds, and what stands in braces behind it: `:name[…]{…}`. */
type Phrase = (children: PhrasingContent[], attributes: Record<string, string>) => PhrasingContent

/** Every directive a template may write inside a line, by name. */
export const phrases: Record<string, Phrase> = {
  chip: (children) => ({ type: 'chip', children }),
  evidence,
  lang,
}

/** A passage in another language: `:lang[…]{en}`. */
function lang(children: PhrasingContent[], attributes: Record<string, string>): PhrasingContent {
  const written = Object.entries(attributes).map(([name, value]) => (value ? `${name}="${value}"` : name))
  const tag = written.length === 1 ? languageTag(written[0]!) : undefined
  if (!tag)
    throw noSuch('is not a language tag (BCP 47)', written.join(' ') || 'none', [
      ...languages,
      ...languages.map((language) => locales[language].tag),
    ])
  return { type: 'foreign', language: tag, children }
}

/** A statement on evidence with the sign of its grade. */
function evidence(children: PhrasingContent[]): PhrasingContent {
  const strength = children.flatMap((child) => child.data?.strength ?? [])[0]
  if (!strength)
    throw new Problem('is not a grade of evidence', {
      found: plainText(children).slice(0, 60),
      expected: `a statement with \`strength\`: ${strengths.join(', ')}`,
    })
  return { type: 'evidence', strength, children }
}
