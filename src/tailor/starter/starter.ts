import { stringify } from 'yaml'
import { lockName } from '../../editorial/read.ts'
import { atLines } from '../../model/infer/found.ts'
import { inferWords } from '../../model/infer/words.ts'
import type { Profile } from '../../model/profile.ts'
import type { Report } from '../../model/report.ts'
import { type Chapter, chaptersOf, type Opening, tablesOfFrontMatter } from './chapters.ts'
import { editorialLock, editorialYaml, openingGroup, openingStatements } from './editorial.ts'
import { asHeading, asString } from './escape.ts'

/** The files of a starter audience: paths inside the source folder, with their texts. */
export type StarterFiles = Record<string, string>

const name = 'overview'

/**
 * An audience with one document that can be built at once: the title, how each chapter begins, some tables and the cards that
 * stand as headings. It is made of what this report has, for an editor to go on from.
 *
 * @param text the report's text, for the lines of statements
 */
export function starterFiles(report: Report, profile: Profile, text: string): StarterFiles {
  const statements = openingStatements(report, text)
  return {
    'editorial.yaml': editorialYaml(statements),
    ...(statements.length ? { [lockName]: editorialLock(statements, report, profile, text) } : {}),
    [`audiences/${name}.yaml`]: audienceYaml(profile),
    [`templates/briefs/${name}.md.hbs`]: template(report, profile, statements.length > 0),
  }
}

function audienceYaml({ language, entities }: Profile): string {
  const { readers, overview } = inferWords(language).starter
  const [type = 'town'] = Object.keys(entities)
  return `# Who reads, and what they get. docs/templates.md tells of every key.
${stringify({ title: readers, kicker: overview })}# One edition for each entity of a type; the template then has {{edition.name}} and {{others}}.
# forEach: ${type}
documents:
  - name: ${name}
    template: briefs/${name}.md.hbs
    theme: standard
    formats: [pdf, html, docx, md]
    # Going over is a finding:
    # limits: { pages: 2 }
`
}

function template(report: Report, profile: Profile, hasOpening: boolean): string {
  const { chapters, left } = chaptersOf(report, profile)
  const pieces = [
    note(
      'A first brief, made of what the report has. Markdown, with what is asked of the report between braces:',
      'docs/templates.md in Prisme tells what can be asked. Change, move and delete freely.',
    ),
    '# {{sentence report.title}}',
    '{{#if report.subtitle}}\n:::lead\n{{report.subtitle}}\n:::\n{{/if}}',
    ...(hasOpening ? [statementsOf(openingGroup), '::source'] : []),
    ...tablesOfFrontMatter(report).map(tableOf),
    ...chapters.flatMap(chapterPieces),
    ...(left.length ? [note(leftOut(left))] : []),
    ...(report.studies.length
      ? [note(`The report has ${report.studies.length} studies: walk them with #each (studies).`)]
      : []),
  ]
  return `${pieces.join('\n\n')}\n`
}

function chapterPieces({ title, opening, tables, tablesOf, cards }: Chapter): string[] {
  const said = [...(opening ? [openingPiece(opening)] : []), ...cards.map(cardsOf)]
  return [
    `## ${asHeading(title)}`,
    ...said,
    ...(said.length ? ['::source'] : []),
    ...tables.map(tableOf),
    ...(tablesOf ? [`{{section ${asString(tablesOf)} only="tables"}}`] : []),
  ]
}

const openingPiece = ({ section, only, first }: Opening) =>
  `{{section ${asString(section)}${only ? ` only="${only}"` : ''} first=${first}}}`

const leftOut = (lines: number[]) =>
  `Not here: the chapters of ${atLines(lines)}, which hold nothing to show, have the title of another section, or are too many.`

const tableOf = (id: string) => `::table{of="${id}"}`

const cardsOf = (type: string) => `{{#each (cards ${asString(type)})}}
:::entry{number="{{number}}"}
**{{sentence title}}**

{{#if lead}}{{lead}}{{/if}}
:::

{{/each}}`

const statementsOf = (group: string) => `{{#each (statements ${asString(group)})}}
{{this}}

{{/each}}`

const note = (...lines: string[]) => `{{!-- ${lines.join('\n     ')} --}}`
