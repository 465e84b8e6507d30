import type { Heading } from 'mdast'
import { type Document, originsIn, sourcesOf } from '../document/document.ts'
import type { Statement } from '../editorial/editorial.ts'
import { keyOf } from '../editorial/key.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import { locales } from '../locale/locales.ts'
import type { Entity } from '../model/report.ts'
import { plainText } from '../model/text.ts'
import { dataFiles } from '../origin/data-files.ts'
import { cellName } from '../update/changes.ts'
import type { Stale } from '../update/stale.ts'
import { type Audience, type AudienceDocument, kindOf } from './audience.ts'
import { markForeign } from './foreign.ts'
import { entitiesOf, entityView } from './helpers.ts'
import type { Pool } from './inert.ts'
import { filesBehind, updateNote } from './outdated.ts'
import { parseDocument } from './parse.ts'
import { languageOf, type Material, type Rendering, rendering } from './rendering.ts'
import { renderTemplate, type TemplateFile, type TemplateFolders } from './template.ts'
import { typeset } from './typeset.ts'

/** The editions of an audience: one for each entity of its `forEach`, or one for all. */
export function editionsOf(audience: Audience, { report }: Material): (Entity | null)[] {
  if (!audience.forEach) return [null]
  const entities = report.entities.filter((entity) => entity.type === audience.forEach)
  if (entities.length) return entities
  const types = [...new Set(report.entities.map((entity) => entity.type))]
  throw noSuch(`no entity is a "${audience.forEach}"`, audience.forEach, types, audience.at(['forEach']))
}

export interface Tailored {
  document: Document
  /** The template and its partials. */
  files: TemplateFile[]
  /** The data files that had a say in it, inside the source folder. */
  data: string[]
}

/**
 * One edition of a document.
 *
 * @param more what the template may use beside what every template may
 * @throws {Problem} for what the template asks and the report lacks
 * @throws {Problems} for statements whose basis has changed and sentences that updates made untrue
 */
export async function tailorDocument(
  audience: Audience,
  document: AudienceDocument,
  edition: Entity | null,
  from: Material,
  folders: TemplateFolders,
  more?: (pool: Pool) => object,
): Promise<Tailored> {
  const { making, ...tailored } = await draftDocument(audience, document, edition, from, folders, more)
  refuseOutdated(making)
  return tailored
}

/** {@link tailorDocument}, also where it says what may not be said any more; with all that went into its making. */
export async function draftDocument(
  audience: Audience,
  document: AudienceDocument,
  edition: Entity | null,
  from: Material,
  folders: TemplateFolders,
  more: (pool: Pool) => object = () => ({}),
): Promise<Tailored & { making: Rendering }> {
  const making = rendering(from, audience, edition)
  const asked = audience.at(['documents', audience.documents.indexOf(document), 'template'])
  const { markdown, files } = await renderTemplate(
    document.template,
    folders,
    { ...contextOf(making), ...more(making.pool) },
    making,
    asked,
  )
  const file = files[0]!.shown
  const kind = kindOf(document)
  const tree = parseDocument(markdown, file, kind, making)
  const notes = tree.children.at(-1)?.type === 'sourceNotes' ? tree.children.length - 1 : tree.children.length
  tree.children.splice(notes, 0, ...updateNote(kind, making))
  markForeign(tree, languageOf(from))
  typeset(tree, locales[languageOf(from)])
  const [first] = tree.children
  const heading = tree.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1)
  const title = first?.type === 'slide' ? first.title : heading?.children
  if (!title) throw new Problem('has no title', { file, line: 1, expected: 'a line that begins with "# "' })
  const { report } = from
  const made: Document = {
    audience: audience.id,
    edition: edition?.name ?? null,
    name: document.name,
    kind,
    title: plainText(title),
    kicker: edition ? `${audience.kicker} · ${edition.name}` : audience.kicker,
    runningTitle: report.shortTitle,
    publisher: report.publisher,
    language: languageOf(from),
    theme: document.theme,
    tree,
  }
  return { document: made, files, data: dataBehind(made, making), making }
}

function contextOf(making: Rendering) {
  const { report, audience, edition, pool } = making
  const text = (value: string | null) => (value ? pool.text(value) : null)
  const selected = (value: string | number | boolean) => (typeof value === 'boolean' ? value : pool.text(value))
  const { title, shortTitle, subtitle, publisher, date } = report
  const select = Object.entries(audience.select).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(selected) : selected(value),
  ])
  return {
    report: {
      title: text(title),
      shortTitle: text(shortTitle),
      subtitle: text(subtitle),
      publisher: text(publisher),
      date: text(date),
    },
    audience: { title: text(audience.title), kicker: text(audience.kicker), reader: text(audience.reader ?? null) },
    edition: edition && entityView(edition, making),
    others: edition
      ? entitiesOf(edition.type, making)
          .filter((other) => other !== edition)
          .map((other) => entityView(other, making))
      : [],
    select: Object.fromEntries(select),
  }
}

/** Nothing is wrong with the input, but someone must read again what it says now. */
class Outdated extends Problem {
  override readonly exitCode = 1
}

/** @throws {Problems} for statements and sentences that the document may not show as they are */
function refuseOutdated({ stale, outdated, audience, file }: Rendering): void {
  const refused = audience.stale === 'fail' ? [...outdated.sentences] : []
  const problems = [...(stale.size ? [staleStatements([...stale])] : []), ...refused.map(untrueSentence)]
  if (problems.length) throw problems.length > 1 ? new Problems(problems) : problems[0]!

  function untrueSentence({ id, line, column, said, now, changes }: Stale): Problem {
    const cells = changes.map((change) => `${cellName(change)} was ${change.before}, is ${change.after}`)
    return new Outdated('quotes a sentence that an update made untrue', {
      file: audience.file.replace(/audiences\/[^/]*$/, file),
      line,
      column,
      found: `"${said}"${now === null ? '' : `, now ${now}`}: ${cells.join('; ')}`,
      expected: `\`prisme approve ${id} --reason "…"\`, or "stale: show" or "stale: leave-out" in ${audience.file}`,
    })
  }
}

function staleStatements(statements: Statement[]): Problem {
  const [first] = statements
  const told = statements.map((statement) => {
    const { state, why } = statement.standing
    return `${keyOf(statement)} (line ${statement.line}) ${state}: ${why}`
  })
  return new Outdated('uses statements that are not approved for what the report says now', {
    file: first!.file,
    line: first!.line,
    column: first!.column,
    found: told.join('; '),
    expected: '`prisme approve`, which lists them with what changed, and `prisme approve <id> --reason "…"`',
  })
}

/** The data files that gave tables values of which a document shows some, or made sentences in it untrue. */
function dataBehind(document: Document, making: Rendering): string[] {
  const sources = sourcesOf(document)
  const shown = new Set(sources.map(({ table }) => table))
  const tables = making.report.tables.filter(({ id }) => id !== null && shown.has(id))
  const files = [
    ...tables.flatMap(({ updates = [] }) => updates.map(({ file }) => file)),
    ...originsIn(document).flatMap(dataFiles),
    ...filesBehind(making),
  ]
  return [...new Set(files)].sort()
}
