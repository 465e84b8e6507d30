import { dirname, join } from 'node:path/posix'
import { strFromU8, unzipSync } from 'fflate'
import type { Nodes } from 'mdast'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderPptx } from '../../src/render/pptx/pptx.ts'
import { slide as measures } from '../../src/render/slides/measures.ts'
import type { Theme } from '../../src/render/theme.ts'
import { theme } from '../support/every-node.ts'
import { charts, deck, slides } from '../support/every-slide.ts'
import { faultOf } from '../support/xml.ts'

const date = new Date(Date.UTC(2020, 6, 1))
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>'
const branded: Theme = {
  ...theme,
  logo: { alt: 'Havnens mærke', type: 'image/svg+xml', data: Buffer.from(svg), width: 40, height: 20 },
}
const made = () => renderPptx(deck, branded, date)

let bytes: Uint8Array
let parts: Record<string, Uint8Array>
const part = (path: string) => strFromU8(parts[path]!)
const paths = (pattern: RegExp) => Object.keys(parts).filter((path) => pattern.test(path))
const slideXml = (at: number) => part(`ppt/slides/slide${at + 1}.xml`)
const every = <T>(each: (xml: string, at: number) => T) => slides.map((_, at) => each(slideXml(at), at))
const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, found]) => found!)
const shapes = (xml: string) => all(xml, /(<p:(?:sp|pic|graphicFrame)>.*?<\/p:(?:sp|pic|graphicFrame)>)/gs)
const textOf = (xml: string) => all(xml, /<a:t>([^<]*)<\/a:t>/g).join('')
const placeholder = (xml: string, type: string) => shapes(xml).find((shape) => shape.includes(`<p:ph type="${type}"`))

beforeAll(async () => {
  bytes = await made()
  parts = unzipSync(bytes)
})

test('what is not well-formed is found out', () => {
  for (const wrong of [
    '',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b="1" b="2"/>',
    '<a>&nbsp;</a>',
    '<a b="<"/>',
    '<a>\u0007</a>',
  ])
    expect(faultOf(wrong), wrong).not.toBeNull()
  expect(faultOf('<?xml version="1.0"?>\n<a:b c="1 &gt; 0"><d/>&amp;</a:b>')).toBeNull()
})

describe('the package', () => {
  test('is the same each time, wherever it is made and after whatever else', async () => {
    await renderPptx({ ...deck, title: 'Et andet' }, theme, new Date(0))
    expect(Buffer.compare(await made(), bytes)).toBe(0)
    process.env.TZ = 'Pacific/Auckland'
    expect(Buffer.compare(await made(), bytes)).toBe(0)
  })

  test('every part is well-formed, that of the workbooks too', () => {
    const workbooks = paths(/\.xlsx$/)
    expect(workbooks).toHaveLength(charts.length)
    const faults = (files: Record<string, Uint8Array>, within: string) =>
      Object.entries(files)
        .filter(([path]) => /\.(xml|rels)$/.test(path))
        .flatMap(([path, content]) => {
          const fault = faultOf(strFromU8(content))
          return fault ? [`${within}${path}: ${fault}`] : []
        })
    expect(faults(parts, '')).toEqual([])
    for (const path of workbooks) expect(faults(unzipSync(parts[path]!), `${path} `)).toEqual([])
  })

  test('every relationship leads to a part, and every id that is used to a relationship', () => {
    for (const path of paths(/\.rels$/)) {
      const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
      const ids = all(part(path), /\bId="([^"]+)"/g)
      expect(new Set(ids).size, path).toBe(ids.length)
      for (const [relationship] of part(path).matchAll(/<Relationship\b[^>]*>/g)) {
        if (relationship.includes('TargetMode="External"')) continue
        const [target] = all(relationship, /Target="([^"]+)"/g)
        const there = target!.startsWith('/') ? target!.slice(1) : join(dirname(owner), target!)
        expect(parts[there], `${path}: ${target}`).toBeDefined()
      }
      if (!parts[owner]) continue
      const used = all(part(owner), /\br:(?:id|embed|link)="([^"]+)"/g)
      expect(
        used.filter((id) => !ids.includes(id)),
        owner,
      ).toEqual([])
    }
  })

  test('content types name every part, and none that is missing', () => {
    const types = part('[Content_Types].xml')
    const named = all(types, /PartName="\/([^"]+)"/g)
    expect(named.filter((path) => !parts[path])).toEqual([])
    expect(new Set(named).size).toBe(named.length)
    const endings = new Set(all(types, /Extension="([^"]+)"/g))
    const own = new Set(['xml'])
    const without = Object.keys(parts).filter((path) => {
      const ending = path.split('.').at(-1)!
      return path !== '[Content_Types].xml' && !named.includes(path) && (own.has(ending) || !endings.has(ending))
    })
    expect(without).toEqual([])
  })

  test('tells its title, sender, language and date, not those of the making', () => {
    const core = part('docProps/core.xml')
    expect(core).toContain('<dc:title>Havnen &amp; &lt;byen&gt;</dc:title>')
    expect(core).toContain('<dc:creator>Havnekontoret</dc:creator>')
    expect(core.match(/2020-07-01T00:00:00Z/g)).toHaveLength(2)
    for (const path of paths(/\.xlsx$/))
      expect(strFromU8(unzipSync(parts[path]!)['docProps/core.xml']!)).toContain('2020-07-01T00:00:00Z')
    expect(JSON.stringify(paths(/xml$/).map(part))).not.toMatch(/PptxGenJS/i)
  })

  test('is in the language of the document, but for passages in another', () => {
    const languages = paths(/^ppt\/.*\.xml$/).flatMap((path) => all(part(path), /\blang="([^"]+)"/g))
    expect(languages.length).toBeGreaterThan(100)
    expect(new Set(languages)).toEqual(new Set(['da-DK', 'en-GB', 'en-US']))
    expect(part('ppt/charts/chart1.xml')).toContain('<c:lang val="da-DK"/>')
  })

  test('passages in another language say which, and nothing else does', () => {
    const xml = every((slide) => slide).join('')
    const other = [...xml.matchAll(/<a:rPr lang="(?!da-DK)([^"]+)"[^>]*?(?:\/>|>(?:(?!<\/a:r>).)*?)<a:t>([^<]*)/gs)]
    expect(other.map(([, language, text]) => [language, text])).toEqual([
      ['en-GB', 'the port of call'],
      ['en-US', 'the dock'],
    ])
    expect(paths(/^ppt\/.*\.xml$/).filter((path) => part(path).includes('altLang'))).toEqual([])
  })

  test('has the colours and typefaces of the brand as its theme, and no others', () => {
    const xml = part('ppt/theme/theme1.xml')
    expect(xml).toContain('<a:dk1><a:srgbClr val="12203A"/></a:dk1>')
    expect(xml).toContain('<a:accent1><a:srgbClr val="005B82"/></a:accent1>')
    expect(xml).toContain('<a:hlink><a:srgbClr val="005B82"/></a:hlink>')
    expect(xml).toMatch(/<a:majorFont><a:latin typeface="Source Serif 4"\/>/)
    expect(xml).toMatch(/<a:minorFont><a:latin typeface="Source Sans 3"\/>/)
    for (const path of paths(/^ppt\/(slides|slideLayouts|slideMasters|charts)\/[^/]+\.xml$/)) {
      expect(part(path), path).not.toContain('srgbClr')
      expect(new Set(all(part(path), /<a:latin typeface="([^"]+)"/g)), path).toSatisfy((faces: Set<string>) =>
        [...faces].every((face) => face === '+mj-lt' || face === '+mn-lt'),
      )
    }
  })
})

describe('the slides', () => {
  test('stand on layouts that programs know, with a master that has their placeholders', () => {
    const types = paths(/^ppt\/slideLayouts\/[^/]+\.xml$/).map((path) =>
      all(part(path), /<p:sldLayout [^>]*type="(\w+)"/g),
    )
    expect(types.flat()).toEqual(['title', 'obj', 'titleOnly'])
    for (const type of ['title', 'body', 'ftr', 'sldNum'])
      expect(part('ppt/slideMasters/slideMaster1.xml')).toContain(`<p:ph type="${type}"`)
    const layouts = every((_, at) => all(part(`ppt/slides/_rels/slide${at + 1}.xml.rels`), /slideLayout(\d)\.xml/g)[0])
    expect(layouts.slice(0, 3)).toEqual(['1', '2', '3'])
  })

  test('have their titles in title placeholders, where the layout says', () => {
    const titles = every((xml, at) => placeholder(xml, at ? 'title' : 'ctrTitle')!)
    expect(titles.map(textOf)).toEqual(
      slides.map(({ title }) =>
        (title[0] as { value: string }).value.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'),
      ),
    )
    for (const title of titles) expect(title).toContain('<p:spPr/>')
  })

  test('have their text in the body placeholder where they hold nothing else', () => {
    expect(textOf(placeholder(slideXml(1), 'body')!)).toContain('tredjeinden i')
    expect(placeholder(slideXml(1), 'body')).toContain('startAt="3"')
    expect(textOf(placeholder(slideXml(0), 'subTitle')!)).toBe('Kun Nordhavn voksede.')
  })

  test('have a footer, their number, their part and their sources', () => {
    for (const xml of every((each) => each)) {
      expect(textOf(placeholder(xml, 'ftr')!)).toBe('Havnekontoret · Havnen')
      expect(placeholder(xml, 'sldNum')).toContain('type="slidenum"')
      expect(textOf(shapes(xml).find((shape) => shape.includes('name="Sources 1"'))!)).toBe('Kilde: Havnekontoret')
    }
    expect(textOf(shapes(slideXml(2)).find((shape) => shape.includes('name="Part 1"'))!)).toBe('1/2')
  })

  test('have shapes with names of their own and ids that occur once', () => {
    every((xml) => {
      const ids = all(xml, /<p:cNvPr id="(\d+)"/g)
      expect(new Set(ids).size).toBe(ids.length)
      const names = all(xml, /<p:cNvPr id="\d+" name="([^"]*)"/g).slice(1)
      expect(names).not.toContain('')
      expect(new Set(names).size).toBe(names.length)
    })
  })

  test('have nothing off their edges, and whole numbers for places', () => {
    const emu = 12_700
    every((xml, at) => {
      for (const [, x, y, width, height] of xml.matchAll(
        /<a:off x="([^"]+)" y="([^"]+)"\/>\s*<a:ext cx="([^"]+)" cy="([^"]+)"\/>/g,
      )) {
        const numbers = [x, y, width, height].map(Number) as [number, number, number, number]
        expect(numbers.every((number) => Number.isInteger(number) && number >= 0)).toBe(true)
        expect(numbers[0] + numbers[2], `slide ${at + 1}`).toBeLessThanOrEqual(measures.width * emu)
        expect(numbers[1] + numbers[3], `slide ${at + 1}`).toBeLessThanOrEqual(measures.height * emu)
      }
    })
  })

  test('have letters that can be read from afar', () => {
    every((xml) => {
      for (const shape of shapes(xml)) {
        const sizes = all(shape, /<a:rPr[^>]*\bsz="(\d+)"/g).map((size) => Number(size) / 100)
        const name = all(shape, /<p:cNvPr id="\d+" name="(\w+)/g)[0]!
        const least = /Sources|Footer/.test(name) ? 10 : /Table/.test(name) ? 12 : /Part/.test(name) ? 14 : 16
        for (const size of sizes) expect(size, name).toBeGreaterThanOrEqual(least)
      }
    })
  })

  test('have paragraphs whose properties come once and first', () => {
    for (const path of paths(/^ppt\/(slides|notesSlides|slideLayouts)\/[^/]+\.xml$/))
      for (const paragraph of all(part(path), /(<a:p>.*?<\/a:p>)/gs)) {
        expect(paragraph.split('<a:pPr').length, path).toBeLessThanOrEqual(2)
        if (paragraph.includes('<a:pPr')) expect(paragraph, path).toMatch(/^<a:p><a:pPr/)
      }
  })

  test('have what the speaker says as notes, a paragraph each', () => {
    const notes = part('ppt/notesSlides/notesSlide1.xml')
    expect(all(notes, /<a:t>(Sig[^<]*)<\/a:t>/g)).toEqual(Array(2).fill('Sig det &amp; vent &lt; lidt.'))
    expect(notes.split('<a:p>')).toHaveLength(4)
  })

  test('tell every word of what they hold', () => {
    const said = every((xml) => textOf(xml)).join(' ')
    for (const words of [
      '●●○\u00a0moderat evidens',
      'Gøres i dag: Sydhavn, Vesthavn',
      '— havnefogeden',
      'Formål',
      'At måle',
    ])
      expect(said).toContain(words)
    expect(said).toContain('Kontakt: Havnekontoret, 12 34 56 78, havn@example.org, example.org')
    expect(said).not.toContain('javascript')
  })

  test('show a vector logo, with a pixel for programs that know none', () => {
    const [picture] = all(slideXml(0), /(<p:pic>.*?<\/p:pic>)/gs)
    expect(picture).toContain('descr="Havnens mærke"')
    const [id] = all(picture!, /<asvg:svgBlip [^>]*r:embed="([^"]+)"/g)
    const rels = part('ppt/slides/_rels/slide1.xml.rels')
    const file = new RegExp(`Id="${id}"[^>]*Target="\\.\\./([^"]+)"`).exec(rels)![1]
    expect(part(`ppt/${file}`)).toBe(svg)
    expect(every((xml) => all(xml, /(<p:pic>)/g).length).reduce((sum, count) => sum + count)).toBe(1)
  })
})

describe('tables', () => {
  const tables = () =>
    every((xml) => all(xml, /(<p:graphicFrame>(?:(?!<\/p:graphicFrame>).)*<a:tbl>.*?<\/p:graphicFrame>)/gs)).flat()

  test('are tables: one for each exhibit, diagram and list of facts, and described', () => {
    const asked = (nodes: Nodes[]): number =>
      nodes.reduce((sum, node) => sum + (['exhibit', 'diagram', 'facts'].includes(node.type) ? 1 : 0), 0)
    expect(tables()).toHaveLength(slides.reduce((sum, { children }) => sum + asked(children), 0))
    for (const table of tables()) expect(table).toMatch(/<p:cNvPr id="\d+" name="Table \d" descr="[^"]/)
  })

  test('have a header row, numbers to the right and the highlight in its colour', () => {
    const table = tables().find((each) => each.includes('descr="Skibe. Havn, Skibe, Kraner"'))!
    expect(table).toContain('<a:tblPr firstRow="1" firstCol="1" bandRow="0">')
    expect(table).toMatch(/algn="r"(?:(?!<\/a:tc>).)*1\.200/s)
    expect(table).toMatch(/<a:schemeClr val="accent2"\/>(?:(?!<\/a:tc>).)*950/s)
    expect(table).toContain('<a:solidFill><a:schemeClr val="accent6"/></a:solidFill>')
    expect(table).toContain('<a:t>–</a:t>')
    const without = tables().find((each) => each.includes('Uge 5'))!
    expect(without).toContain('firstRow="0"')
  })

  test('have as many cells in each row as columns', () => {
    for (const table of tables()) {
      const columns = table.split('<a:gridCol').length - 1
      for (const row of all(table, /(<a:tr .*?<\/a:tr>)/gs)) expect(row.split(/<a:tc[ >]/).length - 1).toBe(columns)
    }
  })
})

describe('charts', () => {
  const chart = (at: number) => part(`ppt/charts/chart${at + 1}.xml`)

  test('are charts with their data: one for each, told in words', () => {
    expect(paths(/^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(charts.length)
    charts.forEach((_, at) => {
      const xml = slideXml(slides.length - charts.length + at)
      expect(xml).toMatch(/name="Chart 1" descr="Et diagram: [^"]+Nordhavn/)
      const rels = part(`ppt/charts/_rels/chart${at + 1}.xml.rels`)
      const book = unzipSync(parts[`ppt/embeddings/${/Target="\.\.\/embeddings\/([^"]+)"/.exec(rels)![1]}`]!)
      const sheet = strFromU8(book['xl/worksheets/sheet1.xml']!)
      const kept = all(sheet, /<c r="[B-Z]+(?!1")\d+"[^>]*><v>([^<]+)<\/v>/g).map(Number)
      const shown = all(chart(at).replace(/<c:strCache>.*?<\/c:strCache>/gs, ''), /<c:v>([^<]+)<\/c:v>/g).map(Number)
      expect(kept.length).toBeGreaterThan(1)
      expect([...kept].sort()).toEqual([...shown].sort())
    })
  })

  test('write numbers as the report does, by a format that follows the data', () => {
    expect(chart(0)).toContain('formatCode="[$-406]#,##0.0&quot; pct.&quot;"')
    expect(chart(0)).not.toContain('<c:rich>')
    expect(all(chart(1), /<c:rich>.*?<a:t>([^<]*)<\/a:t>/gs)).toEqual(['ca. 4'])
    expect(chart(1)).toContain('formatCode="[$-406]#,##0"')
  })

  test('lead the eye to what is highlighted', () => {
    expect(chart(0)).toMatch(/<c:dPt><c:idx val="0"\/>(?:(?!<\/c:dPt>).)*<a:schemeClr val="accent2">/s)
    expect(chart(2)).toMatch(/<c:v>Skibe<\/c:v>(?:(?!<c:cat>).)*<a:schemeClr val="accent2">/s)
  })

  test('name what to compare with, and what there is no number for', () => {
    const xml = slideXml(slides.length - charts.length)
    expect(textOf(xml)).toContain('Skibe om ugen, pct. · Hele landet: 5,2 · Vesthavn: ikke oplyst')
    expect(chart(4)).toContain('<c:v>Nordhavn: 18–25</c:v>')
  })

  test('keep the labels of lines that end in one place apart', () => {
    const downs = all(chart(2), /<c:y val="(-?0\.\d+)"\/><\/c:manualLayout><\/c:layout><c:numFmt/g).map(Number)
    expect(downs.length).toBe(4)
    expect(downs.reduce((sum, each) => sum + each)).toBeCloseTo(0, 1)
  })
})
