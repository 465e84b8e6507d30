import { posix } from 'node:path'
import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Table as TableNode } from 'mdast'
import type { Document } from '../../document/document.ts'
import type { Fact, Facts } from '../../document/nodes.ts'
import type { Locale } from '../../locale/locale.ts'
import { locales } from '../../locale/locales.ts'
import type { Change, NumberChange } from '../../model/diff/change.ts'
import { nameOfTable } from '../../model/diff/tables.ts'
import { wordRuns } from '../../model/diff/words.ts'
import type { Table } from '../../model/report.ts'
import type { Origin } from '../../origin/origin.ts'
import { exhibit, textCell } from '../../tailor/directives/exhibit.ts'
import { linesOrigin } from '../../tailor/origins.ts'
import { type Material, type Rendering, rendering } from '../../tailor/rendering.ts'
import { placesSource, tableSource } from '../../tailor/source-line.ts'
import type { News } from './news.ts'
import type { Touched } from './touched.ts'

/**
 * What is new for an audience as a document of its own, dressed like its others.
 *
 * @param most how many entries a list may have; the rest is counted
 */
export function noteOf(news: News, material: Material, most: number): Document {
  const model = modelOf(news)
  const locale = locales[model.language]
  const making = rendering(material, made(news.documents[0]!).planned.audience, null)
  const parts: RootContent[] = [
    { type: 'heading', depth: 1, children: [text(locale.changes.title)] },
    { type: 'lead', children: [paragraph([text(locale.changes.lead)])] },
    ...numbersPart(news.numbers, making, locale, most),
    ...untruePart(news.untrue, making, locale, most),
    ...sentencesPart(news.sentences, locale, most),
    ...documentsPart(news.documents, locale, most),
  ]
  return {
    ...model,
    name: 'changes',
    kind: 'brief',
    title: locale.changes.title,
    tree: { type: 'root', children: parts },
  }
}

const made = ({ before, after }: Touched) => (after ?? before)!

/** The document that the note looks like: a brief where there is one. */
function modelOf({ documents }: News): Document {
  const all = documents.flatMap(({ before, after }) => after?.document ?? before?.document ?? [])
  return all.find(({ kind }) => kind === 'brief') ?? all[0]!
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })
const item = (...children: ListItem['children']): ListItem => ({ type: 'listItem', children })
const list = (children: ListItem[]): List => ({ type: 'list', spread: false, children })

/** A heading with what stands under it, the list cut; nothing where there is nothing to tell. */
function part<T>(title: string, all: T[], most: number, { changes }: Locale, show: (shown: T[]) => RootContent[]) {
  if (!all.length) return []
  const shown = all.slice(0, most)
  const left = all.length - shown.length
  const rest = left ? [paragraph([text(changes.more.replace('{count}', String(left)))])] : []
  return [{ type: 'heading', depth: 2, children: [text(title)] } as RootContent, ...show(shown), ...rest]
}

function numbersPart(numbers: Change[], making: Rendering, locale: Locale, most: number): RootContent[] {
  const { changes } = locale
  const head = [changes.number, changes.before, changes.after, changes.difference].map((name) => textCell(name))
  return part(changes.numbers, numbers, most, locale, (shown) => {
    const named = new Map(making.report.tables.map((table): [string, Table] => [nameOfTable(table), table]))
    const tables = [...new Set(shown.map(({ place }) => named.get(place.table!)!))]
    const lines = shown.map((change) => [
      textCell([change.place.row, change.place.column].filter(Boolean).join(', ')),
      textCell(change.before!),
      { ...textCell(change.after!), data: { origin: originOf(change, making.file) } },
      textCell(change.numbers.map((number) => signed(number, locale)).join('; ')),
    ])
    const shownTable = exhibit([], head, lines, { column: 2 }, tableSource(tables, making))
    shownTable.children[0] = { ...(shownTable.children[0] as TableNode), align: ['left', 'right', 'right', 'right'] }
    return [shownTable]
  })
}

function originOf({ place, lines, after }: Change, file: string): Origin {
  const { table, row, column } = place
  const of = linesOrigin(file, lines.after!, after!.length)
  return { kind: 'cell', table: table || null, row: row || null, column: column || null, of }
}

/** "+548", "−0,5 procentpoint" */
function signed({ difference, unit }: NumberChange, { tag, percent, changes }: Locale): string {
  const options = { signDisplay: 'always', maximumFractionDigits: 20 } as const
  const number = new Intl.NumberFormat(tag, options).format(difference).replace('-', '−')
  const isShare = unit !== null && percent.includes(unit.toLowerCase())
  return [number, isShare ? changes.points : unit].filter(Boolean).join(' ')
}

function untruePart(untrue: Change[], making: Rendering, locale: Locale, most: number): RootContent[] {
  const [open, close] = locale.quotes
  const now = locale.changes.after.toLowerCase()
  return part(locale.changes.untrue, untrue, most, locale, (shown) => [
    list(
      shown.map((change) => {
        const quotation = `${open}${clipped(change.after!)}${close}`
        const said = text(quotation)
        const origin = linesOrigin(making.file, change.lines.after!, quotation.length)
        const cells = change.claim!.restsOn.map(
          ({ table, row, column, before, after }) =>
            `${[table, row, column].filter(Boolean).join(', ')}: ${before ?? '–'} – ${now} ${after ?? '–'}`,
        )
        return item({ ...paragraph([said]), data: { origin } }, paragraph([text(cells.join('; '))]))
      }),
    ),
    placesSource(
      shown.map(({ lines }) => ({ file: making.file, lines: lines.after! })),
      making,
    ),
  ])
}

function sentencesPart(sentences: News['sentences'], locale: Locale, most: number): RootContent[] {
  const { changes } = locale
  return part(changes.text, sentences, most, locale, (shown) =>
    shown.map(({ before, after }): Facts => {
      const [old, now] = wordsOf(before, after)
      return { type: 'facts', children: [...fact(changes.before, old), ...fact(changes.after, now)] }
    }),
  )
}

const fact = (label: string, children: PhrasingContent[]): Fact[] =>
  children.length ? [{ type: 'fact', label, children }] : []

/** A sentence before and after: the words around what changed cut, the new ones strong. */
function wordsOf(before: string | null, after: string | null): [PhrasingContent[], PhrasingContent[]] {
  const alone = (sentence: string | null) => (sentence === null ? [] : [text(clipped(sentence))])
  if (before === null || after === null) return [alone(before), alone(after)]
  const runs = wordRuns(before, after).map((run, at, all) =>
    run.kind === 'same' ? { ...run, text: shortened(run.text, at > 0, at < all.length - 1) } : run,
  )
  const spaced = (parts: PhrasingContent[]) => parts.flatMap((part, at) => (at ? [text(' '), part] : [part]))
  const old = runs.filter(({ kind }) => kind !== 'added').map((run) => text(run.text))
  const now = runs
    .filter(({ kind }) => kind !== 'removed')
    .map(
      (run): PhrasingContent => (run.kind === 'same' ? text(run.text) : { type: 'strong', children: [text(run.text)] }),
    )
  return [spaced(old), spaced(now)]
}

/** How many words are left to either side of what changed. */
const around = 7

function shortened(words: string, hasBefore: boolean, hasAfter: boolean): string {
  const all = words.split(' ')
  const head = hasBefore ? all.slice(0, around) : []
  const tail = hasAfter ? all.slice(-around) : []
  return head.length + tail.length >= all.length ? words : [...head, '…', ...tail].join(' ')
}

/** A text that is not longer than a few lines. */
function clipped(whole: string, most = 240): string {
  return whole.length > most ? `${whole.slice(0, whole.lastIndexOf(' ', most))} …` : whole
}

/** The files of the documents under their titles: a deck often has that of its brief. */
function documentsPart(documents: Touched[], locale: Locale, most: number): RootContent[] {
  const files = new Map<string, string[]>()
  for (const touched of documents) {
    const { planned, document } = made(touched)
    const fate = locale.changes[touched.fate as 'changed' | 'new' | 'gone']
    const said = `${document?.title ?? planned.document.name} (${fate})`
    const names = planned.artifacts.map(({ path }) => posix.basename(path))
    files.set(said, [...(files.get(said) ?? []), ...names])
  }
  return part(locale.changes.documents, [...files], most, locale, (shown) => [
    list(shown.map(([said, names]) => item(paragraph([text(`${said}: ${names.join(', ')}`)])))),
  ])
}
