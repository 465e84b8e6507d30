import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemsOf } from '../../src/input/problem.ts'
import { type Language, languages } from '../../src/locale/locales.ts'
import { modelReport } from '../../src/model/model.ts'
import { profileSchema } from '../../src/model/profile.ts'
import { type Report, reportSchema } from '../../src/model/report.ts'
import { readReport } from '../../src/read/read.ts'

/** Generated reports: none may throw anything but a problem, and none may lose a word. */

const language = fc.constantFrom<Language>(...languages)

/** A word that stands nowhere else, so that it can be looked for in all that the model says. */
const word = fc.integer({ min: 1, max: 1e9 }).map((number) => `w${number.toString(36)}q`)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))

const inline: fc.Arbitrary<string> = fc.letrec<{ phrase: string }>((tie) => ({
  phrase: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    words,
    fc
      .tuple(fc.constantFrom('*', '**', '_', '~~', '`', '"', '(', '==', '$'), words)
      .map(([mark, text]) => mark + text + mark),
    fc.tuple(words, word).map(([text, target]) => `[${text}](https://example.org/${target})`),
    fc.tuple(words, word).map(([text, target]) => `![${text}](${target}.png){width=50%}`),
    fc
      .tuple(tie('phrase'), fc.constantFrom('b', 'i', 'sup', 'span', 'u', 'x-y', 'a', 'li', 'table'))
      .map(([text, tag]) => `<${tag}>${text}</${tag}>`),
    fc
      .tuple(
        tie('phrase'),
        fc.constantFrom(
          '<br>',
          '\\',
          '&amp;',
          '[^1]',
          '<sup>2</sup>',
          '\u00ad',
          '\u200b',
          '\u202e',
          '|',
          ' - ',
          '-',
          '…',
          '[',
          '<!--',
          '{#x}',
          ':',
        ),
      )
      .map(([text, mark]) => text + mark),
    fc.tuple(tie('phrase'), tie('phrase')).map(([a, b]) => `${a} ${b}`),
  ),
})).phrase

const indented = (text: string, by: string) => text.replace(/\n/g, `\n${by}`)
const rows = fc.array(fc.array(inline, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
const tagged = (tag: string, text: string) => `<${tag}>${text}</${tag}>`

const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, depthSize: 'small' },
    inline,
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('', '1 ', '2.1 ', 'Bilag 1 – ', 'Appendix A: '), inline)
      .map(([depth, number, text]) => `${'#'.repeat(depth)} ${number}${text}`),
    fc.tuple(inline, fc.constantFrom('===', '---')).map((lines) => lines.join('\n')),
    rows.map((cells) => cells.map((row) => row.join('\t')).join('\n')),
    rows.map(([head, ...rest]) =>
      [head!, head!.map(() => '---'), ...rest].map((row) => `| ${row.join(' | ')} |`).join('\n'),
    ),
    fc
      .tuple(rows, fc.constantFrom('', ' rowspan=2', ' colspan="3"', ' rowspan=0'))
      .map(([cells, span]) =>
        tagged(
          'table',
          cells.map((row) => tagged('tr', row.map((cell) => `<td${span}>${cell}</td>`).join('\n'))).join('\n'),
        ),
      ),
    fc
      .tuple(
        fc.constantFrom(
          'Table 1: ',
          'TABEL 2.1: ',
          'Figure 2. ',
          'Tabelle 3 – ',
          'Tableau 5 : ',
          ': ',
          'Note: ',
          'Kilde: ',
          '<sup>1</sup> ',
          '[^1]: ',
          '[a]: ',
        ),
        inline,
      )
      .map((parts) => parts.join('')),
    fc.array(inline, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
    fc.tuple(inline, inline).map(([term, definition]) => `${term}\n: ${definition}`),
    tie('block').map((inner) => `> ${indented(inner, '> ')}`),
    tie('block').map((inner) => `1. ${indented(inner, '   ')}`),
    fc
      .tuple(
        fc.constantFrom(
          '```',
          '~~~',
          '```{note}',
          '::: {.box}',
          ':::{tip}',
          '<div>',
          '<details>',
          '<!--',
          '---',
          '***',
          '</div>',
          ':::',
        ),
        tie('block'),
      )
      .map((parts) => parts.join('\n')),
  ),
})).block

const report = fc
  .tuple(
    fc.constantFrom('', '---\ntitle: A\n---\n', '---\ntitle: A\n...\n', '---\ntitle: A\n', '\ufeff'),
    fc.array(block, { minLength: 1, maxLength: 8 }),
    fc.constantFrom('\n\n', '\n\n', '\n', '\r\n\r\n', '\r\r'),
  )
  .map(([front, blocks, between]) => front + blocks.join(between))

/** Pieces that Markdown, HTML and YAML read in some way of their own, in any order. */
const scraps = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'# * _ ` ~ | [ ] ( ) < > ! & \\ : - + = { } ^ " \' $ @ 1. \t \n \r\n \0 \u00a0 \u2028 \ufdd0 \ud800 é 𝒳'.split(
          ' ',
        ),
        '\n\n',
        ' ',
        '    ',
        '```',
        '<!--',
        '-->',
        '<table>',
        '</table>',
        '<tr><td rowspan=9>',
        '<sup>1</sup>',
        '[^1]',
        '[^1]:',
        '---',
        '|-|',
        ':::',
      ),
      word,
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

function modelled(text: string, spoken: Language): Report | null {
  try {
    const profile = profileSchema.parse({ language: spoken, entities: { thing: [{ name: 'w1q' }] } })
    return reportSchema.parse(modelReport(readReport(text, 'report.md', spoken), profile))
  } catch (error) {
    if (!problemsOf(error).length) throw error
    return null
  }
}

/** The words of the generator that are nowhere in the model. */
function missing(text: string, model: Report): string[] {
  const said = JSON.stringify(model).replace(/\\[nrt]|[\u00ad\u200b\u202e-]/g, (found) => (found.length > 1 ? ' ' : ''))
  const written = text.replace(/[\u00ad\u200b\u202e]/g, '').replace(/(?<=q)-(?=w)/g, '')
  return (written.match(/w[0-9a-z]+?q/g) ?? []).filter((each) => !said.includes(each))
}

const runs = { numRuns: Number(process.env.PRISME_RUNS ?? 300), ...(process.env.PRISME_RUNS ? {} : { seed: 20261124 }) }

describe('generated reports', () => {
  test('are modelled, every line in one place, and lose no word', () => {
    fc.assert(
      fc.property(report, language, (text, spoken) => {
        const model = modelled(text, spoken)
        expect(model?.coverage.unaccounted ?? []).toEqual([])
        expect(model && missing(text, model)).toEqual(model && [])
      }),
      runs,
    )
  })

  test('are read the same twice', () => {
    fc.assert(
      fc.property(report, language, (text, spoken) => {
        expect(modelled(text, spoken)).toEqual(modelled(text, spoken))
      }),
      { ...runs, numRuns: Math.ceil(runs.numRuns / 6) },
    )
  })
})

describe('scraps of syntax', () => {
  test('throw nothing but a problem, and lose no word', () => {
    fc.assert(
      fc.property(scraps, language, (text, spoken) => {
        const model = modelled(text, spoken)
        expect(model && missing(text, model)).toEqual(model && [])
        expect(model?.coverage.unaccounted ?? []).toEqual([])
      }),
      { ...runs, numRuns: runs.numRuns * 4 },
    )
  })
})
