import { describe, expect, test } from 'vitest'
import { modelled } from './modelled.ts'

describe('coverage', () => {
  test('each line is modelled, repaired or blank', () => {
    const { coverage } = modelled(
      '# Havnen\n\nForrest.\n\n# 1 A\n\nTekst\nog mere.\n\nTABEL 1: X\n\nSkib\tTons\nAlma\t12\n\nKilde: Y\n',
    )
    expect(coverage).toEqual({ lines: 15, modelled: 9, repaired: 0, blank: 6, unaccounted: [] })
  })

  test.each([
    ['no line end at the end', '# 1 A\n\nTekst.', 3],
    ['one', '# 1 A\n\nTekst.\n', 3],
    ['Windows line ends', '# 1 A\r\n\r\nTekst.\r\n', 3],
    ['old line ends', '# 1 A\r\rTekst.\r', 3],
  ])('%s', (_, markdown, lines) => {
    expect(modelled(markdown).coverage).toEqual({ lines, modelled: 2, repaired: 0, blank: 1, unaccounted: [] })
  })

  test.each([
    ['a heading over two lines', '# 1 A\n\nSkibe\nog kajer\n---\n\nTekst.\n'],
    ['a rule', '# 1 A\n\n---\n'],
    ['code', '# 1 A\n\n```\nx\n\ny\n```\n'],
    ['a comment', '# 1 A\n\n<!-- x\ny -->\n'],
    ['a link definition', '# 1 A\n\n[a]: https://example.org\n'],
    ['footnotes', '# 1 A\n\nEn[^1].\n\n[^1]: Note.\n    Mere.\n'],
    ['a quote, a list, a picture', '# 1 A\n\n> x\n\n- a\n\n  b\n\n![c](d.png)\n'],
    ['a table of contents', '# Indhold\n\nA.....\t3\nB.....\t4\n'],
    ['a caption without a table', '# 1 A\n\nTABEL 1: X\n'],
    ['a cut paragraph across a note', '# 1 A\n\nSkibene og\n\n<sup>1</sup> Note.\n\nkajerne.\n'],
  ])('%s', (_, markdown) => {
    expect(modelled(markdown).coverage.unaccounted).toEqual([])
  })
})
