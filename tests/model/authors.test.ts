import { expect, test } from 'vitest'
import { authorList } from '../../src/model/authors.ts'
import { framing } from '../../src/origin/traced.ts'

test.each([
  ['Berg, Ida og Holm, Per Ole', ['Ida Berg', 'Per Ole Holm']],
  ['Ida Berg og Per Ole Holm', ['Ida Berg', 'Per Ole Holm']],
  ['Ida Berg, Per Holm og Ada Dal', ['Ida Berg', 'Per Holm', 'Ada Dal']],
  ['Berg, Ida A. van den; Holm, Per og Dal, Ada', ['Ida A. van den Berg', 'Per Holm', 'Ada Dal']],
  ['Berg, I. A., Holm, P. N., & Dal, A.', ['I. A. Berg', 'P. N. Holm', 'A. Dal']],
  ['Ida Berg and Per Holm', ['Ida Berg', 'Per Holm']],
  ['Berg, Ida, and Holm, Per', ['Ida Berg', 'Per Holm']],
  ['Müller, Hans und Meier, Eva', ['Hans Müller', 'Eva Meier']],
  ['Berg et al.', ['Berg']],
  ['Havnerådet', ['Havnerådet']],
  ['', []],
])('%s', (printed, names) => {
  expect(authorList(framing(printed)).map(({ text }) => text)).toEqual(names)
})
