import { describe, expect, test } from 'vitest'
import { modelled } from './modelled.ts'

describe('the literature', () => {
  const markdown = `# 1 A

# Litteratur

Listen er lang.

*Berg, Ida og Holm, Per (2019)*

Skibe i storm  
Havnens Forlag,
Skagen

*Havnerådet (2020)* Kajer

*Uden årstal*

# 2 B

*Dal, Ada (1901)*
`

  test('entries begin with authors and year in italics; title and publisher follow', () => {
    expect(modelled(markdown, { bibliography: 'Litteratur' }).references).toEqual([
      {
        authors: ['Ida Berg', 'Per Holm'],
        authorSpans: [
          [
            [0, 7, 8],
            [3, 0, 0],
            [4, 7, 2],
          ],
          [
            [0, 7, 21],
            [3, 0, 0],
            [4, 7, 15],
          ],
        ],
        year: 2019,
        title: 'Skibe i storm',
        publisher: 'Havnens Forlag, Skagen',
        lines: [7, 11],
      },
      {
        authors: ['Havnerådet'],
        authorSpans: [[[0, 13, 2]]],
        year: 2020,
        title: 'Kajer',
        publisher: 'Uden årstal',
        lines: [13, 15],
      },
    ])
  })

  test('none where the profile names no section, or one that is not there', () => {
    expect(modelled(markdown).references).toEqual([])
    expect(modelled(markdown, { bibliography: 'Bilag 9' }).references).toEqual([])
  })
})

describe('cross-references', () => {
  const profile = {
    cards: { recommendation: { from: 'headings' as const, in: '1', heading: 'Anbefaling #{number}. {title}' } },
  }
  const markdown = (text: string) => `# 1 A

${text}

## 1.1 B

## 1.2 C, se afsnit 9.9

TABEL 1.1: MERE END TABEL 9.9

Skib\tTons
Alma\t12

Figur 2: Et billede

## Anbefaling #1. Køb

# Bilag 1 – D
`
  const references = (text: string) =>
    modelled(markdown(text), profile).crossReferences.map(
      ({ text, line, targetKind, target, resolves }) =>
        `${line} ${text}: ${targetKind} ${target}${resolves ? '' : ' ?'}`,
    )

  test.each([
    ['Se afsnit 1.1 og 1.2.', ['3 afsnit 1.1: section 1.1']],
    ['Se afsnit 9.9.', ['3 afsnit 9.9: section 9.9 ?']],
    ['Se Afsnit 1.1-1.2.', ['3 Afsnit 1.1-1.2: section 1.1-1.2']],
    ['Se afsnit (1.1 – 1.7).', ['3 afsnit (1.1 – 1.7: section 1.1-1.7 ?']],
    ['Jf. tabel 1.1.', ['3 tabel 1.1: table TABEL 1.1']],
    ['Jf. tabel 9.1.', ['3 tabel 9.1: table TABEL 9.1 ?']],
    ['På figur 2 og figur 3', ['3 figur 2: figure Figur 2', '3 figur 3: figure FIGUR 3 ?']],
    ['Jf. bilag 1, bilag 9.', ['3 bilag 1: appendix Bilag 1', '3 bilag 9: appendix Bilag 9 ?']],
    ['Anbefaling #1, anbefaling # 8', ['3 Anbefaling #1: recommendation 1', '3 anbefaling # 8: recommendation 8 ?']],
    ['Et delafsnit 1.1, en tabel, 1.1', []],
  ])('%s', (text, found) => {
    expect(references(text)).toEqual(found)
  })

  test.each([
    ['Jf. tabel A.1 og tabel 1-2.', ['Tabel A.1', 'Tabel 1-2']],
    ['Tabel IV viser det, tabel i havnen ikke.', ['Tabel IV']],
    ['Tabel 3-4, tabel nr. 3 og tabel 3a', ['Tabel 3', 'Tabel 3', 'Tabel 3']],
    ['Tabel B.7 er væk.', ['TABEL B.7 ?']],
  ])('numbers of any make: %s', (text, found) => {
    const captions = ['Tabel A.1: A', 'Tabel 1-2: B', 'Tabel 3: C', 'Tabel IV: D']
    const tables = captions.map((caption) => `${caption}\n\nSkib\tTons\nAlma\t12\n`).join('\n')
    const { crossReferences } = modelled(`# 1 A\n\n${text}\n\n${tables}`)
    expect(crossReferences.map(({ target, resolves }) => (resolves ? target : `${target} ?`))).toEqual(found)
  })

  test('those in a footnote and in a table', () => {
    expect(references('En<sup>1</sup>.\n\n<sup>1</sup> Se bilag 1.\n\nSkib\tSe\nAlma\ttabel 1.1\n')).toEqual([
      '5 bilag 1: appendix Bilag 1',
      '8 tabel 1.1: table TABEL 1.1',
    ])
  })
})
