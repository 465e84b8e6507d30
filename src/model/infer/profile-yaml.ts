import { stringify } from 'yaml'
import type { Profile } from '../profile.ts'
import { foldSpace } from '../text.ts'
import type { Inferred } from './infer.ts'

interface Key {
  key: keyof Profile
  /** What it is for, in a line. */
  about: string
  /** What stands there, behind a mark, where nothing was found. */
  example: unknown
}

/** The keys of `report.yaml`, in the order they are written. */
const keys: Key[] = [
  { key: 'language', about: 'The language of the report and of the documents.', example: 'en' },
  { key: 'title', about: 'The title, as documents are to print it.', example: 'The harbour in figures' },
  { key: 'shortTitle', about: 'A shorter title for the head of each page.', example: 'Harbour figures' },
  { key: 'subtitle', about: 'The subtitle.', example: 'A year at the quay' },
  {
    key: 'publisher',
    about: 'Who publishes the report: stands at the foot of each document.',
    example: 'Port Authority',
  },
  { key: 'date', about: 'When it was published: a year, with month and day or without.', example: '2024-05' },
  {
    key: 'captions',
    about: 'The words before the numbers of captions; a kind that is left out has the words of the language.',
    example: { table: ['Table'], figure: ['Figure', 'Map'], box: ['Box'] },
  },
  {
    key: 'backMatter',
    about: 'Sections after the report proper, by title: they are no part of the last chapter.',
    example: ['About the authors'],
  },
  { key: 'bibliography', about: 'The section that lists the literature, by number or title.', example: 'References' },
  {
    key: 'cards',
    about:
      'Pieces of one kind, which templates walk through: headings that count up a word, copies of a form, paragraphs.',
    example: {
      recommendation: { from: 'headings', in: 'Recommendations', heading: 'Recommendation {number}: {title}' },
    },
  },
  {
    key: 'entities',
    about:
      'What the report is about, by type, with the other names it goes by. An audience can have an edition for each.',
    example: { town: [{ name: 'Northport', aliases: ['Port of Northport'] }, { name: 'Southport' }] },
  },
]

/**
 * The text of `report.yaml`: the profile, with comments that say what was read off the report and where. A key that nothing
 * was found for stands as an example behind `#`.
 */
export function profileYaml({ profile, said }: Inferred): string {
  const head = [
    ...comment(
      'What is particular to this report, as it was read off it. Check it against the report, and edit it freely.',
    ),
    ...comment('`prisme model` prints what comes of it.'),
    ...(said.headings ?? []).flatMap(comment),
  ]
  const blocks = keys.map(({ key, about, example }) => {
    const value = profile[key]
    const told = [about, ...(said[key] ?? [])].flatMap(comment)
    return [...told, ...(isEmpty(value) ? behindMarks(yamlOf(key, example)) : yamlOf(key, value))]
  })
  return `${[head, ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const isEmpty = (value: unknown) =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const yamlOf = (key: string, value: unknown) =>
  stringify({ [key]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')

const behindMarks = (lines: string[]) => lines.map((line) => `# ${line}`)

/** A sentence as comment lines of at most 110 characters; what it quotes cannot end the comment. */
export function comment(sentence: string): string[] {
  const words = foldSpace(sentence.replace(/\p{Cc}+/gu, ' ')).split(' ')
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 110) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(`# ${word}`)
  }
  return lines
}
