import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../src/model/text.ts'
import { tracedText } from '../../src/model/traced-text.ts'
import { partOf } from '../../src/origin/origin.ts'
import { firstPlace } from '../../src/origin/places.ts'
import { placeAt } from '../../src/origin/traced.ts'
import { originsOf } from '../../src/origin/walk.ts'
import { readReport } from '../../src/read/read.ts'

/** Letters that do not stand where their origin says, each with its place. */
function misplaced(markdown: string, nodes: Nodes[]): string[] {
  const lines = markdown.split(/\r\n|\r|\n/)
  return nodes.flatMap((node) => {
    const traced = tracedText(node)
    return [...traced.text].flatMap((letter, at) => {
      const place = firstPlace(partOf(traced.origin, at, at + 1))
      const there = place && lines[place.line - 1]?.[place.column - 1]
      // between the labels of two header rows that became one
      const isSpace = letter === ' ' || (letter === '–' && !place)
      return isSpace || there === letter || (there === '&' && letter.length === 1)
        ? []
        : [`${letter} ${JSON.stringify(place)} ${there}`]
    })
  })
}

function textsOf(markdown: string): Nodes[] {
  const nodes: Nodes[] = []
  visit(readReport(markdown, 'report.md').tree, (node) => {
    if (['paragraph', 'heading', 'tableCell', 'listItem'].includes(node.type)) nodes.push(node)
  })
  return nodes
}

/** The line and column of a word in the text of a report. */
function placeOf(markdown: string, word: string): [number, number] {
  for (const node of textsOf(markdown)) {
    const traced = tracedText(node)
    const at = traced.text.indexOf(word)
    const place = at < 0 ? null : placeAt(traced, at)
    if (place) return [place.line, place.column]
  }
  throw new Error(`no ${word}`)
}

describe('every letter of the text', () => {
  test.each(['tests/fixtures/extracted-report/report.md', 'examples/library-hours/report.md'])(
    'of %s stands where its origin says',
    (path) => {
      const markdown = readFileSync(path, 'utf8')
      const { tree, repairs } = readReport(markdown, path, 'da')
      const nodes: Nodes[] = []
      visit(tree, (node) => {
        if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') nodes.push(node)
      })
      expect(nodes.length).toBeGreaterThan(50)
      expect(misplaced(markdown, nodes)).toEqual([])
      // what a step mended is said to be
      const mended = new Set(
        nodes.flatMap((node) => originsOf(tracedText(node).origin, 'repaired').map(({ rule }) => rule)),
      )
      const words = repairs.filter(({ rule }) => rule === 'broken-word')
      expect([...mended]).toEqual(words.length ? expect.arrayContaining(['broken-word']) : [])
    },
  )

  test('is told where plainText is', () => {
    const markdown = readFileSync('tests/fixtures/extracted-report/report.md', 'utf8')
    for (const node of textsOf(markdown)) expect(tracedText(node).text).toBe(plainText(node))
  })

  test.each([
    ['an escape', 'a \\* b \\_c\\_ harbour', [1, 14]],
    ['a character reference', 'Boats &amp; ships &#8211; harbour', [1, 27]],
    ['a reference that stands for itself', '`&amp;` harbour', [1, 9]],
    ['marks', 'a **b** *c* `d` harbour', [1, 17]],
    ['a line end', 'first line\nsecond harbour', [2, 8]],
    ['a line that is indented', 'first line\n   second harbour', [2, 11]],
    ['a quote', '> first line\n> second harbour', [2, 10]],
    ['a list', '- one\n\n  - first\n    second harbour', [4, 12]],
    ['line ends of Windows', 'first\r\nsecond harbour', [2, 8]],
    ['a hard break', 'first  \nsecond harbour', [2, 8]],
    ['a pipe table', '| a | b |\n|---|---|\n| 1 | the harbour |', [3, 11]],
    ['an escaped pipe', '| a | b |\n|---|---|\n| 1 \\| 2 | harbour |', [3, 12]],
    ['a TAB table', 'a\tb\n1\tthe harbour\n2\t3', [2, 7]],
    [
      'an HTML table',
      '<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1 &amp; 2</td><td>the harbour</td></tr>\n</table>',
      [3, 31],
    ],
    ['HTML in a line', 'a <b>bold</b> harbour', [1, 15]],
  ])('after %s', (_, markdown, place) => {
    expect(placeOf(markdown, 'harbour')).toEqual(place)
    expect(misplaced(markdown, textsOf(markdown))).toEqual([])
  })

  test('of any Markdown', () => {
    const piece = fc.constantFrom(
      'word',
      '12',
      ' ',
      '  ',
      '\n',
      '\n> ',
      '\\*',
      '&amp;',
      '&#228;',
      '**b**',
      '`c`',
      '- ',
      '\t',
      '|',
      '&',
      '<b>x</b>',
      '\n\n',
      'ü',
      '\\',
      '[a](b)',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 14 }).map((parts) => `a${parts.join('')}`),
        (markdown) => {
          expect(misplaced(markdown, textsOf(markdown))).toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })
})
