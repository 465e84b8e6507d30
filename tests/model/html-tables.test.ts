import { describe, expect, test } from 'vitest'
import { modelled, texts } from './modelled.ts'

const tables = (html: string) => modelled(`# R\n\n${html}\n`, { language: 'en' }).tables
const read = (html: string) => tables(html).map((table) => ({ header: table.header, rows: texts(table) }))

describe('an HTML table', () => {
  test.each<[string, string, string[] | null, string[][]]>([
    [
      'spans in its head and body',
      `<table><thead><tr><th rowspan="2">Port</th><th colspan="2">Boats</th></tr><tr><th>old</th><th>new</th></tr></thead>
<tbody><tr><th rowspan="2">Elm</th><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></tbody></table>`,
      ['Port', 'Boats – old', 'Boats – new'],
      [
        ['Elm', '1', '2'],
        ['Elm', '3', '3'],
      ],
    ],
    [
      'empty lines and comments in it',
      '<table>\n<!-- <tr><td>no</td></tr> -->\n\n<tr><th>Port</th>\n\n<th>Boats</th></tr>\n\n<!-- no -->\n<tr><td>Elm</td><td>1</td></tr>\n\n</table>',
      ['Port', 'Boats'],
      [['Elm', '1']],
    ],
    [
      'tags in capitals, attributes, no closing tags',
      '<TABLE BORDER=1 class="x">\n<TR><TH>Port<TH>Boats\n<TR><TD>Elm<TD>1\n</TABLE>',
      ['Port', 'Boats'],
      [['Elm', '1']],
    ],
    [
      'a div around it',
      '<div>\n<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Elm</td><td>1</td></tr></table>\n</div>',
      ['Port', 'Boats'],
      [['Elm', '1']],
    ],
    [
      'nothing that closes it',
      '<table>\n<tr><th>Port</th><th>Boats</th></tr>\n<tr><td>Elm</td><td>1</td></tr>\n\nText.',
      ['Port', 'Boats'],
      [['Elm', '1']],
    ],
    [
      'plain cells below labels',
      '<table><tr><td>Port</td><td>Boats</td></tr><tr><td>Elm</td><td>1</td></tr></table>',
      ['Port', 'Boats'],
      [['Elm', '1']],
    ],
    [
      'plain cells alone',
      '<table><tr><td>Oak</td><td>2</td></tr><tr><td>Elm</td><td>1</td></tr></table>',
      null,
      [
        ['Oak', '2'],
        ['Elm', '1'],
      ],
    ],
    [
      'headings of rows alone',
      '<table><tr><th>Name</th><td>Elm</td></tr><tr><th>Town</th><td>Northport</td></tr></table>',
      null,
      [
        ['Name', 'Elm'],
        ['Town', 'Northport'],
      ],
    ],
    [
      'lists, paragraphs, line breaks and entities in its cells',
      '<table><tr><th>Port</th><th>Goods</th></tr><tr><td><p>Elm</p><p>Bay</p></td><td>old:<ul><li>fish</li><li>salt</li></ul>and&nbsp;more<br>&lt;new&gt;</td></tr></table>',
      ['Port', 'Goods'],
      [['Elm Bay', 'old: and more <new>[fish|salt]']],
    ],
    [
      'a foot',
      '<table><thead><tr><th>Port</th><th>Boats</th></tr></thead><tbody><tr><td>Elm</td><td>1</td></tr></tbody><tfoot><tr><td>All</td><td>1</td></tr></tfoot></table>',
      ['Port', 'Boats'],
      [
        ['Elm', '1'],
        ['All', '1'],
      ],
    ],
  ])('with %s', (_, html, header, rows) => {
    expect(read(html)).toEqual([{ header, rows }])
  })

  test('in a list item and in a quote', () => {
    const html = '<table>\n<tr><th>Port</th></tr>\n<tr><td>Elm</td></tr>\n</table>'
    const inside = `- item\n\n${html.replace(/^/gm, '  ')}\n\n${html.replace(/^/gm, '> ')}`
    expect(read(inside)).toEqual([
      { header: ['Port'], rows: [['Elm']] },
      { header: ['Port'], rows: [['Elm']] },
    ])
  })

  test('its caption, marks and lines', () => {
    const html =
      '<table>\n<caption><b>Table 3.</b> Boats &amp; ports</caption>\n<tr><th>Port<sup>1</sup></th></tr>\n<tr><td>12 m<sup>2</sup></td></tr>\n</table>\n\nSource: Office\n\n<sup>1</sup> A note.'
    const [table] = tables(html)
    expect(table).toMatchObject({
      id: 'Table 3',
      caption: 'Boats & ports',
      captionLine: 4,
      lines: [3, 7],
      source: 'Office',
      footnoteRefs: [1],
      rows: [[{ text: '12 m2', values: [{ value: 12, unit: 'm2' }], line: 6 }]],
    })
  })

  test('a caption of the figure around it stands at its own line', () => {
    const html =
      '<figure>\n<table>\n<tr><th>Port</th></tr>\n<tr><td>Elm</td></tr>\n</table>\n<figcaption>Table 2: Ports</figcaption>\n</figure>'
    expect(tables(html)).toMatchObject([{ id: 'Table 2', captionLine: 8, lines: [4, 7] }])
  })
})
