import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Made, Workshop } from '../../src/build/formats.ts'
import { dresses } from '../../src/build/themes.ts'
import { claimedPart, xmpOf } from '../../src/check/pdf/xmp.ts'
import { loaded } from '../check/pdf/good.ts'
import { newPrinter } from '../support/printing.ts'
import { makeSource } from '../support/source.ts'
import { tailored } from '../support/tailored.ts'

/** A brief as it is built, and the same with letters that can hardly be seen. */
const printer = newPrinter()
let clear: Made
let faint: Made

beforeAll(async () => {
  const document = await tailored('# Havnene\n\nNi skibe lå der.\n')
  const dress = await dresses(makeSource().folders.templates)('standard', {})
  const { theme } = dress
  const make = async (css: string) =>
    (await Workshop.of(document, { ...dress, theme: { ...theme, css } }, printer, new Date(0))).make('pdf')
  clear = await make(theme.css)
  faint = await make(`${theme.css}\nmain p { color: #bbbbbb }`)
})
afterAll(() => printer.close())

const part = async ({ data }: Made) => claimedPart(xmpOf(await loaded(data as Uint8Array)) ?? '')

test('a PDF in which nothing is found says that it conforms to PDF/UA-1', async () => {
  expect(clear.findings).toEqual([])
  expect(await part(clear)).toBe('1')
})

test('one with an error is made, tells of it, and says nothing of the kind', async () => {
  expect(faint.findings).toEqual([
    {
      rule: 'pdf-contrast',
      severity: 'error',
      message: expect.stringMatching(/^page 1: "Ni skibe.*#bbbbbb on #ffffff/),
    },
  ])
  expect(await part(faint)).toBeUndefined()
  expect(faint.pages).toBe(1)
})
