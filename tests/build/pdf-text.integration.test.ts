import { describe, expect, test } from 'vitest'
import { builtAll } from '../support/built.ts'
import { firstDifference, lost, textOfPdf } from '../support/pdf-text.ts'
import { pdfOf, testWordsOf, wordsOfPdf } from '../support/pdf-words.ts'

await testWordsOf('examples/library-hours')

describe('a PDF that says something else is found out', async () => {
  const built = (await builtAll('examples/library-hours')).find(({ name }) => name === 'councillors')!
  const text = await textOfPdf(pdfOf(built)!)
  const { aloud, seen } = await wordsOfPdf(built, 'pdf')

  test('a word less or more in the document', () => {
    for (const at of [0, 20, aloud.length - 1]) {
      expect(firstDifference(aloud.toSpliced(at, 1), text.tagged)).not.toBeNull()
      expect(firstDifference(aloud.toSpliced(at, 0, 'ships'), text.tagged)).not.toBeNull()
      expect(lost(seen.toSpliced(at, 0, 'ships'), text.painted)).not.toEqual([])
    }
  })

  test('a space less or more, a hyphen, another letter, another order', () => {
    const long = aloud.find((word) => /^\p{L}{9,}$/u.test(word))!
    const half = long.slice(0, 6)
    const [one, two] = aloud.slice(20, 22) as [string, string]
    for (const [from, to] of [
      [long, `${half} ${long.slice(6)}`],
      [long, `${half}\n${long.slice(6)}`],
      [long, `${half}-\n${long.slice(6)}`],
      [long, `${half}\u00ad${long.slice(6)}`],
      [/\s+(?=\S+$)/, ''],
      ['e', 'é'],
      [new RegExp(`${one}\\s+${two}`), `${two} ${one}`],
    ] as const) {
      const other = text.tagged.trimEnd().replace(from, to)
      expect(other).not.toBe(text.tagged.trimEnd())
      expect(firstDifference(aloud, other), String(from)).not.toBeNull()
    }
  })

  test('what a line’s end cuts after a hyphen or a dash is one word, and what it does not is not', () => {
    expect(firstDifference(['en', 'e-mail', 'af', '5–7', 'ord'], 'en e-\nmail af 5–\n7 ord')).toBeNull()
    expect(firstDifference(['en', 'e-mail'], 'en e- mail')).not.toBeNull()
    expect(firstDifference(['bolig-', 'og', 'by'], 'bolig-\nog by')).toBeNull()
    expect(firstDifference(['by'], 'A B by', [['A', 'B']])).toBeNull()
    expect(firstDifference(['by'], 'A by', [['A', 'B']])).not.toBeNull()
  })
})
