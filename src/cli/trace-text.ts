import type { Origin, OriginCell, Repeat, Trace, TracedPlace } from '../build/trace/shape.ts'

/** What was traced, for a person. */
export function traceText(trace: Trace): string {
  const { asked, places, nearest } = trace
  if (!places.length) {
    const said = nearest === null ? '' : `\n  nearest   ${short(nearest)}`
    return `${nothing(asked)}${said}`
  }
  if (asked.kind !== 'artifact') return shownBy(trace)
  return asked.text === null ? allNumbers(trace) : foundIn(trace)
}

function nothing({ kind, name, text, row, column }: Trace['asked']): string {
  if (kind !== 'artifact') return `no document shows ${[name, row, column].filter(Boolean).join(' | ')}`
  return `${name} shows ${text === null ? 'no number' : `no "${text}"`}`
}

/** Each place in full: where it is, what it says, what it comes from. */
function foundIn({ asked, places }: Trace): string {
  const blocks = places.map((place) =>
    [
      `${whereOf(place)}${place.under.length ? ` · ${short(place.under.at(-1)!)}` : ''}`,
      `  ${marked(place)}`,
      ...originsOf(place).map((line) => `    ${line}`),
    ].join('\n'),
  )
  return [`${asked.name} shows "${asked.text}" in ${count(places.length, 'place')}`, ...blocks].join('\n\n')
}

/** A line for each number, then those that do not come from the report. */
function allNumbers({ asked, places }: Trace): string {
  const foreign = places.filter(({ origins }) => !origins.length)
  const width = Math.min(18, Math.max(...places.map((place) => shown(place).length)))
  const lines = (list: TracedPlace[]) =>
    list.map((place) => `  ${shown(place).padEnd(width)}  ${whereOf(place)}: ${originsOf(place, true).join('; ')}`)
  const others = foreign.length ? [`${count(foreign.length, 'number')} not from the report:`, ...lines(foreign)] : []
  const own = places.filter(({ origins }) => origins.length)
  return [`${asked.name} shows ${count(own.length, 'number')} from the report:`, ...lines(own), ...others].join('\n')
}

/** The documents that show something of the report, what is shown at one place in one line. */
function shownBy({ asked, places }: Trace): string {
  const documents = grouped(places, ({ artifacts }) => filesOf(artifacts))
  const blocks = documents.map(([files, inside]) => {
    const spots = grouped(inside, ({ kind, under, slide }) => [kind, slide, ...under].join('\n'))
    return [files, ...spots.map(([, same]) => `  ${spot(same)}`)].join('\n')
  })
  const name = [asked.name, asked.row, asked.column].filter(Boolean).join(' | ')
  const total = `${count(documents.length, 'document')}, ${count(places.length, 'place')}`
  return [`${name} is shown in ${total}`, ...blocks].join('\n\n')
}

/** What stands together, a table's cells for instance: its numbers, or else its words. */
function spot(places: TracedPlace[]): string {
  const [first] = places as [TracedPlace]
  const isOneCell = places.every(({ row, column }) => row === first.row && column === first.column)
  const where = whereOf(isOneCell ? first : { ...first, row: null, column: null })
  const heading = first.under.at(-1)
  const texts = places.map(shown)
  const numbers = texts.filter((text) => /\d/.test(text))
  return `${where}${heading ? ` · ${short(heading)}` : ''}: ${some(numbers.length ? numbers : texts)}`
}

/** "press/brief.pdf, .html" */
function filesOf([first = '', ...others]: string[]): string {
  const name = first.slice(0, first.lastIndexOf('.'))
  return [first, ...others.map((path) => (path.startsWith(name) ? path.slice(name.length) : path))].join(', ')
}

const kinds: Partial<Record<TracedPlace['kind'], string>> = {
  keyFigure: 'key figure',
  speakerNotes: 'speaker notes',
  source: 'source line',
  frame: 'running head',
}

/** "page 2, table" */
function whereOf({ page, slide, kind, row, column }: TracedPlace): string {
  const sheet = slide !== null ? [`slide ${slide}`] : page !== null ? [`page ${page}`] : []
  const cell = [row, column].filter(Boolean).join(' | ')
  return [...sheet, kinds[kind] ?? kind, ...(cell ? [cell] : [])].join(', ')
}

/** The lines on what a place comes from, in one line each where they are many. */
function originsOf({ kind, origins, written, found, text }: TracedPlace, brief = false): string[] {
  if (!origins.length && kind === 'source') return ['tells what passages rest on']
  if (!origins.length) return [written ? `written in ${written.file}:${written.line}` : 'not from the report']
  return origins.flatMap((origin) => [
    originLine(origin, brief),
    ...origin.repeats.map((repeat) => `${brief ? '' : '  '}${repeatLine(repeat, found ?? text, origin.file)}`),
  ])
}

function originLine({ file, lines, cell, table, sentence, statement }: Origin, brief: boolean): string {
  const place = `${file}:${lines.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(', ')}`
  if (cell) return `${file}:${cell.line} ${cellText(cell, brief)}`
  const said = sentence && !brief ? `: "${short(sentence, 160)}"` : ''
  if (statement) {
    const stale = statement.stale ? ', not approved for what they say now' : ''
    return `${statement.file}:${statement.line} statement "${statement.id}", resting on ${place}${stale}${said}`
  }
  return `${place}${table ? ` ${table}` : ''}${said}`
}

function cellText({ table, caption, row, column, printed, updated }: OriginCell, brief: boolean): string {
  const title = caption && !brief ? ` (${caption})` : ''
  const name = [`${table ?? caption ?? ''}${table ? title : ''}`, row, column].filter(Boolean).join(' | ')
  const update = updated
    ? `, from ${[updated.file, updated.line, updated.column].filter(Boolean).join(':')} (${updated.source}, ${updated.date}; the report prints "${short(updated.printed)}")`
    : ''
  return brief ? `${name}${update}` : `${name}: "${short(printed)}"${update}`
}

function repeatLine({ table, derived, agrees, cells }: Repeat, number: string, file: string): string {
  const verb = agrees ? (derived ? `is the ${derived} of` : 'repeats') : 'does not agree with'
  const named = cells.map((cell) => `${cellText(cell, true)} (${file}:${cell.line})`)
  return `${short(number)} ${verb} ${named.length ? some(named, 4) : table}`
}

/** The passage around what was found, that in brackets. */
function marked({ text, found }: TracedPlace): string {
  return found === null ? short(text, 240) : around(text, found)
}

function around(text: string, found: string): string {
  const at = text.indexOf(found)
  const before = text.slice(Math.max(0, at - 90), at)
  const after = text.slice(at + found.length, at + found.length + 90)
  const cut = [at > 90 ? '…' : '', at + found.length + 90 < text.length ? '…' : '']
  return `${cut[0]}${before}[${found}]${after}${cut[1]}`
}

const shown = ({ found, text }: TracedPlace) => short(found ?? text, 100)

const short = (text: string, most = 72) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`

function some(texts: string[], most = 8): string {
  const more = texts.length > most ? `, … (${texts.length} in all)` : ''
  return texts.slice(0, most).join(', ') + more
}

function grouped<T>(all: T[], by: (each: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const each of all) groups.set(by(each), [...(groups.get(by(each)) ?? []), each])
  return [...groups]
}
