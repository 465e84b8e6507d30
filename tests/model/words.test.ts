import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { locales } from '../../src/locale/locales.ts'
import { escapeRegExp } from '../../src/model/text.ts'
import { extractedProfile, extractedText } from '../support/extracted-report.ts'

/** What is particular to a report is data: no line of the code may hold its words. */
const profile = extractedProfile

const names = Object.values(profile.entities)
  .flat()
  .flatMap(({ name, aliases = [] }) => [name, ...aliases])
const labels = [profile.title, profile.shortTitle, profile.subtitle, profile.publisher, profile.backMatter].flat()
const captions = Object.values(profile.captions ?? {}).flat()
const cards = Object.values(profile.cards).flatMap((card) => {
  if (card.from === 'tables') return [card.firstCell, ...Object.values(card.fields)]
  return card.from === 'headings' ? [card.heading.split('{')[0]] : [card.categories]
})
/** The words that every report in a language uses stand in its table. */
const general = new Set(
  JSON.stringify(locales)
    .toLowerCase()
    .match(/\p{L}+/gu),
)
const words = [...names, ...labels, ...captions, ...cards].filter((word) => word && !general.has(word.toLowerCase()))

const stems =
  `akademiker kandidat dimittend ledighed jobcenter beskæftigelse sagsstamme a-kasse løntilskud samtale kommune
  indsats Rosholm Svarer Amilon corona`.split(/\s+/)

const patterns = [
  ...words.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(word!)}(?![\\p{L}\\p{N}])`, 'u')),
  ...stems.map((stem) => new RegExp(escapeRegExp(stem), 'iu')),
]
const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative('src', join(entry.parentPath, entry.name)))

test('the words are those of the report', () => {
  expect(words.length).toBeGreaterThan(40)
  expect(stems.filter((stem) => !extractedText.includes(stem))).toEqual([])
})

test.each(files)('%s', (file) => {
  const text = readFileSync(join('src', file), 'utf8')
  const there = patterns.filter((pattern) => pattern.test(text))
  const lines = there.length ? text.split('\n') : []
  const found = lines.flatMap((line, at) =>
    there.flatMap((pattern) => (pattern.test(line) ? [`${at + 1}: ${pattern.exec(line)![0]}`] : [])),
  )
  expect(found).toEqual([])
})
