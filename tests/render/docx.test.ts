import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { Heading, List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { renderDocx } from '../../src/render/docx/docx.ts'
import { toTrueType } from '../../src/render/docx/woff.ts'
import { document, drawings, figures, theme } from '../support/every-node.ts'
import { faultsOf } from '../support/office-package.ts'

/** The smallest PNG: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const needs = { picture: async () => new Uint8Array(pixel), date: new Date(Date.UTC(2020, 6, 1)) }
const made = () => renderDocx(document, theme, drawings, needs)

let bytes: Uint8Array
let parts: Record<string, Uint8Array>
const part = (path: string) => strFromU8(parts[path]!)
const body = () => part('word/document.xml')

beforeAll(async () => {
  bytes = await made()
  parts = unzipSync(bytes)
})

/** The paragraphs of a style, as text. */
function styled(style: string): string[] {
  return [...body().matchAll(/<w:p>(?:(?!<\/w:p>).)*?<\/w:p>/gs)]
    .map(([xml]) => xml)
    .filter((xml) => xml.includes(`<w:pStyle w:val="${style}"/>`))
    .map((xml) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
}

describe('a Word file', () => {
  test('is the same each time, wherever it is made', async () => {
    expect(Buffer.compare(await made(), bytes)).toBe(0)
    process.env.TZ = 'Pacific/Auckland'
    expect(new Date(2020, 6, 1).getTimezoneOffset()).toBe(-720)
    expect(Buffer.compare(await made(), bytes)).toBe(0)
  })

  test('tells its title, sender, language and date, not those of the making', () => {
    const core = part('docProps/core.xml')
    expect(core).toContain('<dc:title>Havnen &amp; &lt;byen&gt;</dc:title>')
    expect(core).toContain('<dc:creator>Havnekontoret</dc:creator>')
    expect(core).toContain('<dc:language>da-DK</dc:language>')
    expect(core.match(/2020-07-01T00:00:00Z/g)).toHaveLength(2)
    expect(part('word/styles.xml')).toContain('<w:lang w:val="da-DK"')
    expect(part('word/settings.xml')).toContain('<w:themeFontLang w:val="da-DK"/>')
  })

  test('has real headings, none more than one level below the one before it', () => {
    expect(styled('Title')).toEqual(['Havnen &amp; &lt;byen&gt;'])
    expect(styled('Heading1')).toEqual(['Tal', 'Tekst', 'Stykker', 'Vejen', 'Mere', 'Endnu mere', 'Til sidst'])
    expect(styled('Heading2')).toEqual(['Et spring nedad', '7Køb en kran', 'Et kort', 'Obs'])
    expect(styled('Heading3')).toEqual([])
  })

  test('every style it uses is one it has', () => {
    const has = new Set([...part('word/styles.xml').matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id))
    const used = ['document', 'footnotes', 'header1', 'footer1'].flatMap((name) =>
      [...part(`word/${name}.xml`).matchAll(/<w:[pr]Style w:val="([^"]+)"/g)].map(([, id]) => id),
    )
    expect(used.length).toBeGreaterThan(50)
    expect(used.filter((id) => !has.has(id))).toEqual([])
  })

  test('tables repeat their header, keep rows whole and say what they are', () => {
    const tables = body()
      .split('<w:tbl>')
      .filter((xml) => xml.includes('<w:tblCaption w:val="Skibe og kraner"/>'))
    expect(tables).toHaveLength(1)
    const [table] = tables
    expect(table!.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(table!.split('</w:tbl>')[0]!.match(/<w:cantSplit\/>/g)).toHaveLength(3)
    expect(table).toContain('<w:tblDescription w:val="Havn, Skibe, Kraner"/>')
    expect(table).toMatch(/<w:jc w:val="right"\/>.{0,200}1\.200/)
    expect(table).toContain('w:fill="FDF1EC"')
    expect(styled('Caption')).toContain('Skibe og kraner')
  })

  test('a table without headings has no empty header row', () => {
    const table = body()
      .split('<w:tbl>')
      .find((xml) => xml.includes('Uge 5'))!
      .split('</w:tbl>')[0]!
    expect(table.match(/<w:tr>/g)).toHaveLength(1)
    expect(table).not.toContain('<w:tblHeader/>')
  })

  test('no two tables meet, and each cell ends with a paragraph', () => {
    expect(body()).not.toContain('</w:tbl><w:tbl>')
    expect(body()).not.toContain('</w:tbl></w:tc>')
  })

  test('source marks are footnotes; a source cited again refers to the first', () => {
    const notes = [...part('word/footnotes.xml').matchAll(/<w:footnote [^>]*w:id="(\d+)"[^>]*>(.*?)<\/w:footnote>/gs)]
    const texts = notes.map(([, id, xml]) => [
      id,
      [...xml!.matchAll(/<w:t [^>]*>([^<]*)/g)].map(([, text]) => text).join(''),
    ])
    expect(texts.filter(([, text]) => text)).toEqual([
      ['1', ' Afsnit 1 (linje 4)'],
      ['2', ' Afsnit 2 (linje 4)'],
    ])
    expect([...body().matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2'])
    expect([...body().matchAll(/NOTEREF (\S+)/g)].map(([, name]) => name)).toEqual(['_RefNote2', '_RefNote1'])
    for (const name of ['_RefNote1', '_RefNote2']) expect(body()).toContain(`<w:bookmarkStart w:name="${name}"`)
    expect(body()).not.toContain('Kilder')
  })

  test('fields begin, separate and end', () => {
    const kinds = [...body().matchAll(/w:fldCharType="(\w+)"/g)].map(([, kind]) => kind).join(' ')
    expect(kinds).toBe(Array(3).fill('begin separate end').join(' '))
  })

  test('every drawing says in words what it shows, and has a picture for programs without SVG', () => {
    const drawn = [...body().matchAll(/<w:drawing>.*?<\/w:drawing>/gs)].map(([xml]) => xml)
    expect(drawn).toHaveLength(1)
    expect(drawn[0]).toContain('descr="Søjler: Nordhavn 1.200, Sydhavn 950 &amp; &quot;flere&quot; &lt; 1.000"')
    expect(
      Object.keys(parts)
        .filter((path) => path.startsWith('word/media/'))
        .map((path) => path.split('.')[1]),
    ).toEqual(expect.arrayContaining(['svg', 'png']))
  })

  test('what is drawn as a picture has its typeface with it', async () => {
    const asked: string[] = []
    const picture = async (svg: string) => {
      asked.push(svg)
      return new Uint8Array(pixel)
    }
    await renderDocx(document, theme, drawings, { ...needs, picture })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatch(/^<svg [^>]*><style>@font-face \{ font-family: "Source/)
  })

  test('every part is XML, typed and led to, and every id is its own', () => {
    expect(faultsOf(bytes)).toEqual([])
    for (const pattern of [/<wp:docPr id="(\d+)"/g, /<w:bookmarkStart[^>]* w:id="(\d+)"/g])
      expect([...body().matchAll(pattern)].length).toBeGreaterThan(0)
    for (const [, target] of part('word/_rels/document.xml.rels').matchAll(/Target="([^"]*)" TargetMode="External"/g))
      expect(target).toMatch(/^(https?|mailto|tel):/)
  })

  test('links lead only to pages and addresses', () => {
    const rels = part('word/_rels/document.xml.rels')
    expect(rels).toContain('Target="https://example.org/?a=1&amp;b=2"')
    expect(rels).toContain('mailto:havn@example.org')
    expect(rels).not.toContain('javascript')
    expect(body()).toContain('intet link')
  })

  test('numbered lists begin where they begin', () => {
    expect(part('word/numbering.xml')).toContain('<w:start w:val="3"/>')
    expect(styled('ListNumber')).toEqual(['tredje', 'fjerde', 'mere om den'])
  })

  test('a passage in another language says which, and nothing else does', () => {
    const runs = [...body().matchAll(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gs)].map(([xml]) => xml)
    const told = runs.flatMap((xml) => {
      const language = /<w:lang w:val="([^"]+)"\/>/.exec(xml)?.[1]
      return language ? [[language, /<w:t(?: [^>]*)?>([^<]*)/.exec(xml)?.[1]]] : []
    })
    expect(told).toEqual([
      ['en-GB', 'the port of call'],
      ['en-US', 'the dock'],
    ])
  })

  test('labels side by side are divided by commas, grades have their sign', () => {
    expect(styled('MarginNote')).toEqual(['Gøres i dag: Sydhavn, Vesthavn'])
    expect(body()).toContain('●●○\u00a0')
  })

  test('a long document lists its main headings, each leading to its place', () => {
    expect(styled('TOC1')).toEqual(['Tal', 'Tekst', 'Stykker', 'Vejen', 'Mere', 'Endnu mere', 'Til sidst'])
    for (const [, anchor] of body().matchAll(/w:anchor="([^"]+)"/g))
      expect(body()).toContain(`<w:bookmarkStart w:name="${anchor}"`)
  })

  test('a wide exhibit has a page on its side, what follows an upright one', () => {
    const sizes = [...body().matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g)].map(([, orient]) => orient)
    expect(sizes).toEqual(['portrait', 'landscape', 'portrait'])
  })

  test('head and foot say whose document it is, and which page', () => {
    expect(part('word/header1.xml')).toContain('Til havnen')
    const foot = part('word/footer1.xml')
    expect(foot).toMatch(/Havnekontoret.*Side .*PAGE.* af .*NUMPAGES/s)
  })

  test('the typefaces of the brand are inside, in the disguise the format asks for', async () => {
    const table = part('word/fontTable.xml')
    const [, key] = /<w:font w:name="Source Sans 3">.*?<w:embedRegular r:id="rId1" w:fontKey="\{([^}]+)\}"/s.exec(
      table,
    )!
    const plain = Uint8Array.from(parts['word/fonts/font1.odttf']!)
    const bytes = Buffer.from(key!.replaceAll('-', ''), 'hex').reverse()
    for (let at = 0; at < 32; at += 1) plain[at]! ^= bytes[at % 16]!
    expect([...plain.subarray(0, 4)]).toEqual([0, 1, 0, 0])
    expect(table.match(/<w:embedBold /g)).toHaveLength(2)
  })
})

describe('a theme with a logo', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" viewBox="0 0 96 64"><path d="M0 0H96V64Z"/></svg>'
  const logo = { alt: 'Havnens mærke', type: 'image/svg+xml', data: strToU8(svg), width: 96, height: 64 } as const

  test('has it at the head of page one, and on no other', async () => {
    const asked: [string, number, number][] = []
    const picture = async (...drawn: [string, number, number]) => {
      asked.push(drawn)
      return new Uint8Array(pixel)
    }
    const made = await renderDocx(document, { ...theme, logo }, drawings, { ...needs, picture })
    expect(faultsOf(made)).toEqual([])
    const all = Object.entries(unzipSync(made)).map(([path, data]) => ({ path, xml: strFromU8(data) }))
    const heads = all.filter(({ path, xml }) => /^word\/header\d/.test(path) && xml.includes('<w:drawing>'))
    expect(heads).toHaveLength(1)
    expect(heads[0]!.xml).toContain('descr="Havnens mærke"')
    expect(heads[0]!.xml).toContain('Til havnen')
    const main = all.find(({ path }) => path === 'word/document.xml')!.xml
    expect(main.match(/<w:titlePg\/>/g)).toHaveLength(1)
    expect(main.match(/<w:footerReference w:type="first"/g)).toHaveLength(1)
    expect(asked.filter(([drawn]) => drawn.includes('M0 0H96V64Z'))).toEqual([
      [
        svg.replace(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9"',
          '<svg width="63" height="42" xmlns="http://www.w3.org/2000/svg"',
        ),
        63,
        42,
      ],
    ])
  })

  test('may have it as PNG', async () => {
    const png = { ...logo, type: 'image/png', data: new Uint8Array(pixel) } as const
    const made = await renderDocx(document, { ...theme, logo: png }, drawings, needs)
    expect(faultsOf(made)).toEqual([])
  })
})

/** The body of a document with these nodes under its title. */
async function bodyOf(...children: RootContent[]): Promise<string> {
  const title: RootContent = { type: 'heading', depth: 1, children: [{ type: 'text', value: 'T' }] }
  const tree: Root = { type: 'root', children: [title, ...children] }
  return strFromU8(unzipSync(await renderDocx({ ...document, tree }, theme, new Map(), needs))['word/document.xml']!)
}
const words = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] })
const heading = (value: string): Heading => ({ type: 'heading', depth: 2, children: [{ type: 'text', value }] })
const list = (...values: string[]): List => ({
  type: 'list',
  children: values.map((value) => ({ type: 'listItem', children: [words(value)] })),
})
/** The paragraph that holds a text. */
const paragraphOf = (xml: string, value: string) => xml.split(/(?=<w:p>)/).find((each) => each.includes(`>${value}<`))!

describe('what belongs together', () => {
  test('a number and its unit, a word with a short beginning', async () => {
    const xml = await bodyOf(words('I 12 uger steg det 6,8 pct. efter en e-mail til a-kasserne.'))
    expect(xml).toContain('12\u00a0uger')
    expect(xml).toContain('6,8\u00a0pct.')
    expect(xml).toMatch(/en e<\/w:t><w:noBreakHyphen\/><w:t[^>]*>mail til a<\/w:t><w:noBreakHyphen\/>/)
    expect(xml).not.toContain('\u2011')
  })

  test('a paragraph and the list under it', async () => {
    const xml = await bodyOf(words('Det kræver:'), list('penge', 'tid'), words('Slut.'))
    expect(paragraphOf(xml, 'Det kræver:')).toContain('<w:keepNext/>')
    expect(paragraphOf(xml, 'Slut.')).not.toContain('<w:keepNext/>')
  })

  test('a paragraph and the facts under it, of which the first is not alone', async () => {
    const fact = (label: string) => ({
      type: 'fact' as const,
      label,
      children: [{ type: 'text' as const, value: 'x' }],
    })
    const xml = await bodyOf(words('Om havnen'), { type: 'facts', children: [fact('Et'), fact('To')] })
    expect(['Om havnen', 'Et', 'To'].map((value) => paragraphOf(xml, value).includes('<w:keepNext/>'))).toEqual([
      true,
      true,
      false,
    ])
  })

  test('a heading and the table that has a page on its side', async () => {
    const table: RootContent = { type: 'exhibit', landscape: true, caption: [], children: [figures] }
    const xml = await bodyOf(words('Først.'), heading('På tværs'), table)
    expect(xml.indexOf('På tværs')).toBeGreaterThan(xml.indexOf('w:orient="portrait"'))
    expect(xml.indexOf('På tværs')).toBeLessThan(xml.indexOf('w:orient="landscape"'))
  })

  test('the steps of a way through a diagram', () => {
    expect(paragraphOf(body(), 'hurtigere i job')).toContain('<w:keepNext/>')
    expect(paragraphOf(body(), 'bliver i job')).not.toContain('<w:keepNext/>')
  })

  test('a heading and what it heads, in columns', async () => {
    const xml = await bodyOf({
      type: 'columns',
      children: [heading('A'), list('a', 'b'), heading('B'), words('En længere tekst.')],
    })
    const [left, right] = xml.split('<w:tc>').slice(1)
    expect([left, right].map((cell) => [...cell!.matchAll(/<w:t[^>]*>([^<]+)/g)].map(([, value]) => value))).toEqual([
      ['A', 'a', 'b'],
      ['B', 'En længere tekst.'],
    ])
    expect(left).toMatch(/Heading1"\/><w:spacing w:before="0"\/>/)
  })
})

test('columns that would not go on a part of a page are running text', async () => {
  const long = words('Et ord og et til. '.repeat(40))
  expect(await bodyOf({ type: 'columns', children: [long, long] })).not.toContain('<w:tbl>')
  expect(await bodyOf({ type: 'columns', children: [words('Kort.'), words('Kort.')] })).toContain('<w:tbl>')
})

test('a fact with nothing to it is left out', async () => {
  const fact = (label: string, ...children: PhrasingContent[]) => ({ type: 'fact' as const, label, children })
  const facts = [
    fact('Tom'),
    fact('Fuld', { type: 'text', value: 'her' }),
    fact('Uoplyst', { type: 'missing', value: 'ikke oplyst' }),
  ]
  const xml = await bodyOf({ type: 'facts', children: facts })
  expect(xml).not.toContain('Tom')
  expect(xml).toContain('Fuld')
  expect(xml).toMatch(/Uoplyst.*–/s)
  expect(await bodyOf({ type: 'facts', children: [fact('Tom')] })).not.toContain('<w:tbl>')
})

test('every table of a typeface has the checksum that its directory tells', async () => {
  const { readFile } = await import('node:fs/promises')
  const font = toTrueType(
    await readFile('node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'),
  )
  const view = new DataView(font.buffer)
  const count = view.getUint16(4)
  expect(count).toBeGreaterThan(10)
  for (let at = 0; at < count; at += 1) {
    const [tag, told, start, length] = [0, 4, 8, 12].map((field) => view.getUint32(12 + 16 * at + field))
    if (tag === 0x68656164) continue // head holds the checksum of the whole, and its own is told without it
    let sum = 0
    for (let word = 0; word < length!; word += 4) sum = (sum + view.getUint32(start! + word)) >>> 0
    expect(sum).toBe(told)
  }
})

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})
