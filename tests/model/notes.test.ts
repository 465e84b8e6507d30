import { describe, expect, test } from 'vitest'
import { modelled } from './modelled.ts'

const footnotes = (markdown: string) =>
  modelled(markdown).footnotes.map(({ number, text, definitionLine, referenceLines }) => [
    number,
    text,
    definitionLine,
    ...referenceLines,
  ])

describe('footnotes', () => {
  test('a mark and its definition, also in a table and more than once', () => {
    expect(
      footnotes(
        'En<sup>1</sup> to<sup>2</sup>.\n\nSkib<sup>2</sup>\tTons\nAlma\t12\n\n<sup>1</sup> *Først*.\n\n<sup>2</sup> Så.\n',
      ),
    ).toEqual([
      [1, 'Først.', 6, 1],
      [2, 'Så.', 8, 1, 3],
    ])
  })

  test('a mark without a definition is one too', () => {
    expect(footnotes('En<sup>7</sup> to<sup>1</sup>.\n\n<sup>1</sup> Først.\n')).toEqual([
      [1, 'Først.', 3, 1],
      [7, null, null, 1],
    ])
  })

  test('a low number after higher ones is a footnote whose text is lost', () => {
    expect(
      footnotes('En<sup>1</sup> to<sup>2</sup>.\n\n<sup>1</sup> Først.\n\n<sup>2</sup> Så.\n\nTre<sup>1</sup>.\n'),
    ).toEqual([
      [1, 'Først.', 3, 1],
      [2, 'Så.', 5, 1],
      [1, null, null, 7],
    ])
  })

  test('numbers that begin again on each page', () => {
    expect(footnotes('En<sup>1</sup>.\n\n<sup>1</sup> Først.\n\nTo<sup>1</sup>.\n\n<sup>1</sup> Så.\n')).toEqual([
      [1, 'Først.', 3, 1],
      [1, 'Så.', 7, 5],
    ])
  })

  test('a mark below its definition', () => {
    expect(footnotes('<sup>1</sup> Først.\n\nEn<sup>1</sup>.\n')).toEqual([[1, 'Først.', 1, 3]])
  })

  test('those of Markdown, wherever they are defined', () => {
    expect(footnotes('En[^a] to[^2] igen[^a].\n\n[^a]: Først.\n\n[^2]: Så.\n\nTil sidst[^2].\n')).toEqual([
      [1, 'Først.', 3, 1, 1],
      [2, 'Så.', 5, 1, 7],
    ])
  })

  test('definitions on lines below each other are one each', () => {
    expect(
      footnotes('En<sup>1</sup> to<sup>2</sup>.\n\n<sup>1</sup> Først\nmed mere.\n<sup>2</sup> Så, 3 m<sup>2</sup>.\n'),
    ).toEqual([
      [1, 'Først med mere.', 3, 1],
      [2, 'Så, 3 m2.', 5, 1],
    ])
  })

  test('those written in the text', () => {
    expect(footnotes('En^[Først, *med* [mere].] to^[Så.].\n')).toEqual([
      [1, 'Først, med [mere].', 1, 1],
      [2, 'Så.', 1, 1],
    ])
  })

  test('a named one takes no number that another has', () => {
    expect(
      footnotes('En[^a] to[^1] tre[^b].\n\n[^a]: A.\n\n[^1]: En.\n\n[^b]: B.\n').map(([number]) => number),
    ).toEqual([2, 1, 3])
  })

  test('of several paragraphs, as one text', () => {
    expect(footnotes('En[^1].\n\n[^1]: Først.\n\n    Så.\n\n    - sidst\n')).toEqual([[1, 'Først. Så. sidst', 3, 1]])
  })

  test('the power of a variable is none', () => {
    expect(footnotes('Værdien R<sup>2</sup> og x<sup>3</sup> er små.\n')).toEqual([])
  })

  test('an escaped mark is none, the others beside it are', () => {
    expect(footnotes('En \\[^1] to[^2].\n')).toEqual([[2, null, null, 1]])
  })

  test('a definition that nothing refers to', () => {
    expect(footnotes('Tekst.\n\n<sup>4</sup> Alene.\n')).toEqual([[4, 'Alene.', 3]])
  })
})

describe('margin notes', () => {
  const long =
    'Havnen blev bygget i hast efter den store storm, og de mænd, som byggede den, havde ingen tegninger at gå efter, så hver mole hælder lidt mere end den næste.'

  test('belong to the section they stand in, and are not in its text', () => {
    const report = modelled(
      `# 1 A\n\n## 1.1 B\n\n${long}\n\nKranen måtte\nvente længe\n\n${long}\n\nSkib\tTons\nAlma\t12\n`,
    )
    expect(report.marginNotes).toEqual([{ text: 'Kranen måtte vente længe', line: 7, belongsTo: '1.1' }])
    expect(report.sections[0]!.children[0]!.body.map(({ type }) => type)).toEqual(['paragraph', 'paragraph'])
  })
})
