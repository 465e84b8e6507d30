import { describe, expect, test } from 'vitest'
import { readSource } from '../../src/build/source.ts'
import { keyOf } from '../../src/editorial/key.ts'
import { groundOf } from '../../src/editorial/open.ts'
import { readEditorialFiles } from '../../src/editorial/read.ts'
import { stand } from '../../src/editorial/stand.ts'
import { modelReport } from '../../src/model/model.ts'
import { readReport } from '../../src/read/read.ts'

/** A line of the report with its number as printed; null for one that was put in or broken off. */
interface Line {
  text: string
  number: number | null
}

/** A small generator of numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Edit = (lines: Line[], pick: <T>(from: T[]) => T, changed: Set<number>) => void

const blank = (): Line => ({ text: '', number: null })
const isBlank = (line: Line | undefined) => !line?.text.trim()
const isProse = ({ text }: Line) => text.length > 40 && !/\t|^[#|<>*=[-]|^ *\d+[.)]|^---/.test(text)
const at = (lines: Line[], isMeant: (line: Line, index: number) => boolean) =>
  lines.flatMap((line, index) => (isMeant(line, index) ? index : []))
const isAlone = (lines: Line[], index: number) => isBlank(lines[index - 1]) && isBlank(lines[index + 1])

/** The lines between two paragraphs, the front matter apart. */
function gaps(lines: Line[]): number[] {
  const front = lines[0]?.text === '---' ? lines.findIndex(({ text }, index) => index > 0 && text === '---') : -1
  return at(lines, (line, index) => index > front && isBlank(line))
}

const edits: Record<string, Edit> = {
  'blank line': (lines, pick) => lines.splice(pick(gaps(lines)), 0, blank()),
  'new paragraph': (lines, pick) =>
    lines.splice(pick(gaps(lines)), 0, blank(), { text: 'Quite another matter altogether.', number: null }, blank()),
  'moved paragraph'(lines, pick) {
    const [line] = lines.splice(pick(at(lines, (line, index) => isProse(line) && isAlone(lines, index))), 1)
    lines.splice(pick(gaps(lines)), 0, blank(), line!, blank())
  },
  'reflowed paragraph'(lines, pick) {
    const index = pick(at(lines, (line, index) => isProse(line) && isAlone(lines, index) && / \p{Ll}/u.test(line.text)))
    const { text, number } = lines[index]!
    const space = pick([...text.matchAll(/ (?=\p{Ll})/gu)].map((match) => match.index))
    lines.splice(index, 1, { text: text.slice(0, space), number }, { text: text.slice(space + 1), number: null })
  },
  'deleted paragraph'(lines, pick, changed) {
    const index = pick(at(lines, (line, index) => isProse(line) && line.number !== null && isAlone(lines, index)))
    changed.add(lines[index]!.number!)
    lines.splice(index, 1)
  },
  'another word'(lines, pick, changed) {
    const index = pick(at(lines, (line, index) => isProse(line) && line.number !== null && isAlone(lines, index)))
    const line = lines[index]!
    const words = [...line.text.matchAll(/(?<![\p{L}(<[/-])\p{Ll}{5,}(?![\p{L}\])>/-])/gu)]
    if (!words.length) return
    const { index: from, 0: word } = pick(words)
    line.text = `${line.text.slice(0, from)}zq${line.text.slice(from)}`.replace(`zq${word}`, `${word}zq`)
    changed.add(line.number!)
  },
}

describe.each([
  ['source', 14],
  ['examples/library-hours', 40],
])('%s', async (path, rounds) => {
  const { text, profile } = await readSource({ path, shown: path, name: 'source' })
  const files = await readEditorialFiles(path, path)
  const standing = (lines: Line[]) => {
    const text = lines.map((line) => line.text).join('\n')
    const report = modelReport(readReport(text, 'report.md', profile.language), profile)
    return stand(files, groundOf({ report, text, profile, stale: [] })).statements
  }
  const printed = () => text.split('\n').map((text, index): Line => ({ text, number: index + 1 }))
  const before = standing(printed())

  test.each(Array.from({ length: rounds }, (_, seed) => seed + 1))(
    'stale is exactly that of which words of the basis changed: seed %d',
    (seed) => {
      const random = generator(seed)
      const pick = <T>(from: T[]) => from[Math.floor(random() * from.length)]!
      const lines = printed()
      const changed = new Set<number>()
      const made = Array.from({ length: 4 }, () => pick(Object.keys(edits)))
      for (const name of made) edits[name]!(lines, pick, changed)
      const isTouched = ([first, last]: [number, number]) => [...changed].some((line) => line >= first && line <= last)
      const expected = before.filter(({ basis }) => basis.some(isTouched)).map(keyOf)
      const stale = standing(lines).filter(({ standing }) => !['same', 'moved'].includes(standing.state))
      expect(stale.map(keyOf), made.join(', ')).toEqual(expected)
    },
  )
})
