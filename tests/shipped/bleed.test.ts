import { afterAll, expect, test } from 'vitest'
import { Workshop } from '../../src/build/formats.ts'
import { builtAll } from '../support/built.ts'
import { distancesBetween } from '../support/distances.ts'
import { pdfOf } from '../support/pdf-words.ts'
import { newPrinter } from '../support/printing.ts'

const printer = newPrinter()
afterAll(() => printer.close())
const documents = await builtAll('source')

test.each(['jobkonsulenter', 'ledelse'])('for a printing house the brief %s breaks no line otherwise', async (name) => {
  const built = documents.find((each) => each.name === name && each.document.kind === 'brief')!
  const workshop = await Workshop.of(built.document, built.dress, printer, new Date(0))
  const print = (await workshop.make('pdf-print')).data as Uint8Array
  expect(await distancesBetween(pdfOf(built)!, print)).toEqual({ words: true, x: 9, y: 9 })
})
