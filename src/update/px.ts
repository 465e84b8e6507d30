import { listed } from '../input/nearest.ts'
import { noSuch } from '../input/no-such.ts'
import { Problem, Problems } from '../input/problem.ts'
import type { Cube, Dimension } from './cube.ts'
import { dayIn } from './dates.ts'
import { refuseLarge } from './limit.ts'
import { pxCells } from './px-data.ts'
import { decodePx } from './px-encoding.ts'
import { PxFile, type PxName } from './px-file.ts'
import { pxEntries } from './px-text.ts'
import type { Statistic } from './statistic.ts'

/**
 * Reads a PX file (PC-Axis). Its encoding is that which CODEPAGE names, else it is told by its bytes.
 *
 * @param language whose names count, of a file in several
 * @throws {Problem} or {Problems} for what is not PX, lacks a keyword, or has more or fewer numbers than its dimensions say
 */
export function readPx(bytes: Uint8Array, shown: string, language?: string): Statistic & { isGuessed: boolean } {
  refuseLarge(bytes, shown)
  const { text, isGuessed } = decodePx(bytes, shown)
  const entries = pxEntries(text, shown)
  const languages = [...(entries.find(({ keyword }) => keyword === 'LANGUAGES')?.values.map((each) => each.text) ?? [])]
  const own = entries.find(({ keyword }) => keyword === 'LANGUAGE')?.values[0]?.text ?? null
  if (language !== undefined && language !== own && !languages.includes(language))
    throw noSuch(
      `is not in the language "${language}"`,
      language,
      languages.length ? languages : [own ?? 'none named'],
      {
        file: shown,
        line: 1,
      },
    )
  const file = new PxFile(entries, language === own ? null : (language ?? null), shown)
  const date = file.entries
    .filter(({ keyword }) => keyword === 'LAST-UPDATED')
    .flatMap(({ values }) => dayIn(values[0]?.text ?? '') ?? [])
    .sort()
    .at(-1)
  const [source] = file.texts('SOURCE')
  return {
    cube: cubeOf(file),
    own: { ...(date ? { date } : {}), ...(source ? { source } : {}) },
    doubts: [],
    isGuessed,
  }
}

function cubeOf(file: PxFile): Cube {
  const data = file.find('DATA')
  const sides = [
    ...file.names('STUB').map((name) => ({ name, side: 'row' as const })),
    ...file.names('HEADING').map((name) => ({ name, side: 'column' as const })),
  ]
  const problems: Problem[] = []
  if (!sides.length) problems.push(lacks('STUB or HEADING', file))
  if (!data) problems.push(lacks('DATA', file))
  const dimensions = sides.flatMap(({ name, side }) => dimensionOf(name, side, file, problems) ?? [])
  if (problems.length || !data) throw new Problems(problems)
  const keys = sides.map(({ name }) => keysOf(name, file))
  return { dimensions, cells: pxCells(data, dimensions, keys, file) }
}

/** How the rows of DATA name the values of a dimension; undefined where they do not. */
function keysOf(name: PxName, file: PxFile): string[] | undefined {
  const [by] = file.texts('KEYS', name)
  if (by === undefined) return undefined
  const { first } = name
  return new PxFile(file.entries, null, file.shown).texts(by.toUpperCase(), { ...name, label: first })
}

const lacks = (keyword: string, { shown, entries }: PxFile) =>
  new Problem(`has no ${keyword}`, {
    file: shown,
    line: entries.at(-1)?.line ?? 1,
    found: entries.length ? listed([...new Set(entries.map((entry) => entry.keyword))]) : 'nothing',
    expected: `a PX file with ${keyword}=…;`,
  })

function dimensionOf(name: PxName, side: 'row' | 'column', file: PxFile, problems: Problem[]): Dimension | null {
  const { label, line, column } = name
  const values = file.find('VALUES', name)
  const codes = file.texts('CODES', name)
  const place = { file: file.shown, line, column }
  if (!values?.values.length) {
    const language = file.find(side === 'row' ? 'STUB' : 'HEADING')?.language ?? null
    const named = file.entries.filter((each) => each.keyword === 'VALUES' && each.language === language)
    const known = named.flatMap(({ of }) => of[0] ?? [])
    problems.push(noSuch(`has no VALUES("${label}")`, label, known, place))
    return null
  }
  if (codes.length && codes.length !== values.values.length)
    problems.push(
      new Problem(`has another number of CODES than of VALUES for "${label}"`, {
        ...place,
        found: `${codes.length} codes, ${values.values.length} values`,
        expected: 'a code for each value',
      }),
    )
  const categories = values.values.map((value, at) => ({
    code: codes[at] ?? value.text,
    label: value.text,
    line: value.line,
    column: value.column,
  }))
  return {
    code: file.texts('VARIABLECODE', name)[0] ?? file.texts('VARIABLE-CODE', name)[0] ?? label,
    label,
    categories,
    side,
  }
}
