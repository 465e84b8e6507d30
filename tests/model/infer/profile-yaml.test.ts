import { describe, expect, test } from 'vitest'
import { parseYaml } from '../../../src/input/yaml.ts'
import { inferProfile } from '../../../src/model/infer/infer.ts'
import { comment, profileYaml } from '../../../src/model/infer/profile-yaml.ts'
import { type Profile, profileSchema } from '../../../src/model/profile.ts'
import { readReport } from '../../../src/read/read.ts'
import { english, french, german, scant, studies } from './reports.ts'

const nothing: Profile = { language: 'en', cards: {}, entities: {} }
const parsed = (text: string) => parseYaml(text, profileSchema, 'report.yaml').value

test.each(Object.entries({ english, german, french, studies, ...scant }))(
  'what is written is what was found: %s',
  (_, text) => {
    const inferred = inferProfile(readReport(text, 'report.md'), { name: 'x' })
    expect(parsed(profileYaml(inferred))).toEqual(inferred.profile)
  },
)

describe('any text comes back as it was', () => {
  const titles = [
    'A: b',
    '#1',
    'a #b',
    '- x',
    '2024',
    'yes',
    'null',
    '"q" \'r\'',
    'a\nb',
    '{a}',
    '*a',
    '%',
    '`',
    'a:',
    ' x ',
    '',
  ]
  test.each(titles)('%j', (title) => {
    const profile: Profile = {
      ...nothing,
      title,
      backMatter: [title || 'x'],
      entities: { t: [{ name: title || 'x' }] },
    }
    expect(parsed(profileYaml({ profile, said: { title: [title], cards: [title] } }))).toEqual(profile)
  })
})

test('the examples behind # are valid as they stand', () => {
  const text = profileYaml({ profile: nothing, said: {} }).replace(/^# (?=\w+:(?: |$)| )/gm, '')
  expect(Object.keys(parsed(text))).toHaveLength(11)
})

test('a comment stays a comment, whatever it quotes', () => {
  const lines = comment(`${'long words and '.repeat(20)}\nkey: value\r\u0085\u0000 end`)
  expect(lines.every((line) => line.startsWith('# ') && line.length <= 111)).toBe(true)
  expect(lines.join('')).not.toMatch(/\p{Cc}/u)
})
