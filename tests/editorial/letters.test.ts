import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyOf, lettersOf, withoutReferences } from '../../src/editorial/letters.ts'

const references = /^(?:table|section|appendix)$/i

/** The same words as two converters write them. */
const twins: [string, string, string][] = [
  ['white space', 'Nine  ships\ncalled.', 'Nine ships called.'],
  ['a no-break space', 'Nine\u00a0ships', 'Nine ships'],
  ['dashes', 'ships – nine – called', 'ships - nine - called'],
  ['an em dash without spaces', 'ships—nine', 'ships — nine'],
  ['quotation marks', '“Nine” ships', '"Nine" ships'],
  ['an apostrophe', 'the port’s ships', "the port's ships"],
  ['bold and italics', '**Nine** _ships_', 'Nine ships'],
  ['tags', '<b>Nine</b> ships<br>', 'Nine ships'],
  ['a word divided at a line end', 'the har-\nbour', 'the harbour'],
  ['a soft hyphen', 'har\u00adbour', 'harbour'],
  ['a ligature', 'of\ufb01ce', 'office'],
  ['a character reference', 'Ships &amp; cranes', 'Ships & cranes'],
  ['an escape', '5 \\% of ships', '5 % of ships'],
  ['rows with TABs and with bars', 'North\t5\t7', '| North | 5 | 7 |'],
  ['an HTML row', '<tr><td>North</td><td>5</td><td>7</td></tr>', 'North\t5\t7'],
  ['the rule of a table', 'North | 5\n---|---\nSouth | 7', 'North\t5\nSouth\t7'],
  ['marks of notes', 'Nine ships[^3] called.<sup>4</sup>', 'Nine ships called.'],
  ['a mark of a note as Word writes it', 'Nine ships[\\[3\\]](#_ftn3) called.', 'Nine ships called.'],
  ['a mark of a note as a link', 'Nine ships[[1]](#footnote-1) called.', 'Nine ships called.'],
  [
    'a mark of a note as pandoc writes it',
    'Nine ships<a href="#fn3" id="fnref3" class="footnote-ref" role="doc-noteref"><sup>3</sup></a> called.',
    'Nine ships called.',
  ],
  ['a raised mark of a note', 'Nine ships² called.', 'Nine ships called.'],
  ['the number of a table', 'as table 2.1 shows', 'as table 7 shows'],
  ['the number of a heading', '## 2.3 Cranes', '### 4.1 Cranes'],
  ['bullets', '- Nine ships\n- ten cranes', '* Nine ships\n* ten cranes'],
  ['where a link leads', '[Nine](https://a.example/x) ships', '[Nine](#b) ships'],
  ['a composed letter', 'A\u030arhus', 'Århus'],
  ['a minus', '−5 degrees', '-5 degrees'],
]

test.each(twins)('%s says nothing', (_, one, other) => {
  expect(keyOf(one, references)).toBe(keyOf(other, references))
})

/** Words that are others. */
const others: [string, string, string][] = [
  ['a word', 'Nine ships', 'Ten ships'],
  ['a letter', 'Nine ships', 'Nine shops'],
  ['a capital', 'the US', 'the us'],
  ['a digit', '1,200 ships', '1,300 ships'],
  ['a decimal mark', '1.5', '15'],
  ['a sign', 'fell by -5', 'fell by 5'],
  ['a negative in parentheses', 'result (4.5)', 'result 4.5'],
  ['two numbers and one', '10 12', '1012'],
  ['per cent', '5 %', '5'],
  ['a currency', '£5', '€5'],
  ['a power', '10<sup>3</sup> ships', '10<sup>6</sup> ships'],
  ['a power of a unit', '5 km² of quay', '5 km of quay'],
  ['a link with a number', 'in [2024](#later) ships', 'in ships'],
  ['less and more', '<5', '>5'],
]

test.each(others)('%s is another word', (_, one, other) => {
  expect(keyOf(one, references)).not.toBe(keyOf(other, references))
})

describe('letters', () => {
  test('each stands where its place says', () => {
    const source = '# 1 Cranes\n\n**Nine** ships &amp; <b>one</b> crane-\nhouse.\n'
    const { text, places } = lettersOf(source)
    expect(text).toBe('CranesNineships&onecranehouse')
    expect(source.slice(places[text.indexOf('Nine')]!).startsWith('Nine')).toBe(true)
    expect(source.slice(places[text.indexOf('house')]!).startsWith('house')).toBe(true)
  })

  test('silent stretches are passed over', () => {
    expect(lettersOf('2.3 Cranes', [[0, 3]]).text).toBe('Cranes')
  })

  test('of any text: no error, one place for each letter, in their order', () => {
    const piece = fc.constantFrom(
      '|',
      '<b>',
      '[^1]',
      '&amp;',
      '–',
      ' ',
      '\n',
      '\t',
      '12',
      ',5',
      'å',
      'word',
      '(',
      ')',
      '\\',
      '`',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (parts) => {
        const { text, places } = lettersOf(parts.join(''))
        expect(places).toHaveLength(text.length)
        for (let at = 1; at < places.length; at++) expect(places[at]!).toBeGreaterThanOrEqual(places[at - 1]!)
      }),
    )
  })
})

test('which number a table has is left out where words are told', () => {
  expect(withoutReferences('as Table 2.1 shows, 5 ships', references)).toBe('as Table … shows, 5 ships')
})
