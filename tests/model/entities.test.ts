import { expect, test } from 'vitest'
import { modelled } from './modelled.ts'

const entities = { havn: [{ name: 'Nordhavn' }, { name: 'Sydhavn', aliases: ['Søndre Havn'] }] }
const facts = (table: string) =>
  Object.fromEntries(
    modelled(`TABEL 1: X\n\n${table}`, { entities }).entities.map(({ name, facts }) => [
      name,
      facts.map(({ row, column, value, line }) => [row, column, value, line]),
    ]),
  )

test('in a column, by its name or another of its names', () => {
  expect(facts('\tNordhavn\tSøndre Havn\nSkibe\t5\t4\nKraner\t\t2\n')).toEqual({
    Nordhavn: [
      ['Skibe', 'Nordhavn', '5', 4],
      ['Kraner', 'Nordhavn', '', 5],
    ],
    Sydhavn: [
      ['Skibe', 'Søndre Havn', '4', 4],
      ['Kraner', 'Søndre Havn', '2', 5],
    ],
  })
})

test('in a row, also where the label says more, a list as lines', () => {
  expect(
    facts('Havn\tTons\tVarer\nNordhavn\t12\tFisk:<ul><li>sild</li><li>torsk</li></ul>\nSydhavn, øst\t9\tkul\n'),
  ).toEqual({
    Nordhavn: [
      ['Nordhavn', 'Tons', '12', 4],
      ['Nordhavn', 'Varer', 'Fisk:\nsild\ntorsk', 4],
    ],
    Sydhavn: [
      ['Sydhavn, øst', 'Tons', '9', 5],
      ['Sydhavn, øst', 'Varer', 'kul', 5],
    ],
  })
})

test('in several columns, below a label that spans them', () => {
  const table =
    '<table><tr><th rowspan="2">År</th><th colspan="2">Nordhavn</th></tr><tr><th>Skibe</th><th>Tons</th></tr><tr><td>2019</td><td>1</td><td>2</td></tr></table>\n'
  expect(facts(table).Nordhavn).toEqual([
    ['2019', 'Nordhavn – Skibe', '1', 3],
    ['2019', 'Nordhavn – Tons', '2', 3],
  ])
})

test('in the items of a list', () => {
  expect(facts('Emne\tHvor\nKran\t<ul><li>Ny (Nordhavn)</li><li>Gammel (Sydhavn)</li></ul>\n')).toEqual({
    Nordhavn: [['Kran', 'Hvor', 'Ny (Nordhavn)', 4]],
    Sydhavn: [['Kran', 'Hvor', 'Gammel (Sydhavn)', 4]],
  })
})

test('a name is a whole word', () => {
  expect(facts('Havn\tTons\nNordhavnen\t12\nGamle Nordhavns kaj\t9\n')).toEqual({ Nordhavn: [], Sydhavn: [] })
})

test('the type and the table of each', () => {
  const [north] = modelled('TABEL 1: X\n\nHavn\tTons\nNordhavn\t12\n', { entities }).entities
  expect(north).toMatchObject({ type: 'havn', name: 'Nordhavn', aliases: [], facts: [{ table: 'TABEL 1' }] })
})
