import { afterAll, expect, test } from 'vitest'
import { textAt } from '../../../src/render/pdf/file/objects.ts'
import { Pages } from '../../../src/render/pdf/file/pages.ts'
import { Structure } from '../../../src/render/pdf/file/structure.ts'
import { finishPdf } from '../../../src/render/pdf/finish.ts'
import { loadPdf } from '../../../src/render/pdf/load.ts'
import { newPrinter } from '../../support/printing.ts'
import { tailored } from '../../support/tailored.ts'

const printer = newPrinter()
afterAll(() => printer.close())

test('a table over two pages has its head once in the structure; what is repeated is an artifact', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `<tr><td>Pier ${at}</td><td>${at}</td></tr>`).join('')
  const heads = '<tr><th scope="col">Harbour</th><th scope="col">Boats</th></tr>'
  const html = `<!doctype html><title>t</title><h1>T</h1><table><thead>${heads}</thead><tbody>${rows}</tbody></table>`
  const { pdf } = await printer.print(html)
  const file = await loadPdf((await finishPdf(pdf, await tailored('# T\n'), new Date(0), () => [])).pdf)
  const pages = new Pages(file)
  const [, second] = pages.all
  const repeated = second!.content.painted.filter(({ text }) => text.includes('Harbour'))
  expect(repeated.map(({ belongs }) => belongs)).toEqual(['artifact'])
  const tagged = Structure.of(file)!.all.filter(({ type }) => type === 'TH')
  expect(tagged.map(({ marks }) => pages.textOf(marks))).toEqual(['Harbour', 'Boats'])
  const [table] = Structure.of(file)!.all.filter(({ type }) => type === 'Table')
  expect(textAt(table!.attributes('Table'), 'Summary')).toMatch(/: Harbour, Boats$/)
})
