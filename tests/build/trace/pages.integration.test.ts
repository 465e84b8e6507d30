import { expect, test } from 'vitest'
import { pageFinder, readPrinted } from '../../../src/build/trace/pages.ts'
import { type Place, placesOf, placeText } from '../../../src/document/places.ts'
import { nothing } from '../../../src/origin/origin.ts'
import { builtAll } from '../../support/built.ts'
import { shownInPdf } from '../../support/shown.ts'

const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
/** The first words of a place: a passage may go on to the next page. */
const beginning = (place: Place) => letters(placeText(place).trim().split(/\s+/).slice(0, 3).join(''))

test('each place of a brief is on the page that it is said to be on', async () => {
  const documents = await builtAll('examples/library-hours')
  const { document, built } = documents.find(({ document }) => document.name === 'components')!
  const pdf = built.find(({ format }) => format === 'pdf')!.data as Uint8Array
  const pages = (await shownInPdf(pdf)).map(letters)
  const places = placesOf(document)
  const pageOf = pageFinder(places, await readPrinted(pdf))
  // a chart's figures are read by those who do not see it; what stands around a document is on every page
  const printed = places.filter(({ kind }) => !['chart', 'frame', 'contact'].includes(kind))
  const found = printed.map((place) => ({ place, page: pageOf(place, 0) }))
  expect(pages.length).toBeGreaterThan(2)
  expect(new Set(found.map(({ page }) => page))).toEqual(new Set(pages.map((_, at) => at + 1)))
  const wrong = found.filter(({ place, page }) => page === null || !pages[page - 1]!.includes(beginning(place)))
  expect(wrong.map(({ place, page }) => [page, placeText(place)])).toEqual([])
})

test('a passage that goes on to the next page is there from where it goes on', () => {
  const place = (text: string): Place => ({
    kind: 'text',
    under: [],
    slide: null,
    row: null,
    column: null,
    runs: [{ text, origin: nothing }],
  })
  const [first, long, frame] = [
    place('Tre ord her.'),
    place('Det begyn-der på en side og slutter på den næste.'),
    { ...place('Hoved'), kind: 'frame' as const },
  ]
  const words = [first, long].map((each) => letters(placeText(each))).join('')
  const turn = words.indexOf('slutter')
  const pageOf = pageFinder([frame, first, long], {
    letters: words,
    begins: [
      { at: 0, page: 1 },
      { at: turn, page: 2 },
    ],
  })
  expect([pageOf(first, 0), pageOf(long, 0), pageOf(long, placeText(long).indexOf('slutter'))]).toEqual([1, 1, 2])
  expect(pageOf(frame, 0)).toBeNull()
})
