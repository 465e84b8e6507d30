import type { PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast'
import type { Document } from '../../src/document/document.ts'
import type { Chart } from '../../src/document/nodes.ts'
import type { Drawings } from '../../src/render/chart/draw.ts'
import { brandSchema, type Theme } from '../../src/render/theme.ts'

/** A document made by hand that holds every kind of node. */

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const paragraph = (...children: (string | PhrasingContent)[]): Extract<RootContent, { type: 'paragraph' }> => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
const heading = (depth: 1 | 2 | 3 | 4 | 5 | 6, value: string): Extract<RootContent, { type: 'heading' }> => ({
  type: 'heading',
  depth,
  children: [text(value)],
})
const mark = (number: number): PhrasingContent => ({ type: 'sourceMark', number, note: `Afsnit ${number} (linje 4)` })
const cell = (...children: (string | TableCell['children'][number])[]): TableCell => ({
  type: 'tableCell',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})
const items = (...values: string[]): Extract<RootContent, { type: 'list' }> => ({
  type: 'list',
  ordered: false,
  children: values.map((value) => ({ type: 'listItem', children: [paragraph(value)] })),
})

export const figures: Table = {
  type: 'table',
  align: ['left', 'right', 'left'],
  data: { rowHeaders: true, highlight: { row: 1 } },
  children: [
    { type: 'tableRow', children: [cell('Havn'), cell('Skibe'), cell('Kraner')] },
    { type: 'tableRow', children: [cell('Nordhavn'), cell('1.200'), cell('To slags', items('små | lette', 'store'))] },
    { type: 'tableRow', children: [cell('Sydhavn'), cell('950'), cell({ type: 'missing', value: 'ikke oplyst' })] },
  ],
}
const bare: Table = {
  type: 'table',
  children: [
    { type: 'tableRow', children: [cell(), cell()] },
    { type: 'tableRow', children: [cell('Nordhavn'), cell('Uge 5')] },
  ],
}
const sourceLine: Extract<RootContent, { type: 'sourceLine' }> = {
  type: 'sourceLine',
  children: [text('Kilde: Havnekontoret')],
}

export const chart: Chart = {
  type: 'chart',
  kind: 'bar',
  title: [text('Nordhavn har flest skibe')],
  subtitle: 'Skibe i alt',
  unit: null,
  categories: ['Nordhavn', 'Sydhavn'],
  series: [],
  highlight: null,
  reference: null,
  children: [figures, sourceLine],
}
const drawing = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="80"><rect width="300" height="30" fill="#005b82"/><rect y="40" width="240" height="30" fill="#748bab"/></svg>',
  width: 320,
  height: 80,
  words: 'Søjler: Nordhavn 1.200, Sydhavn 950 & "flere" < 1.000',
}
export const drawings: Drawings = new Map([[chart, drawing]])

const children: RootContent[] = [
  heading(1, 'Havnen & <byen>'),
  { type: 'lead', children: [paragraph('Kun Nordhavn voksede.', mark(1))] },
  {
    type: 'keyFigures',
    children: [
      { type: 'keyFigure', children: [paragraph('1.200'), paragraph('skibe i Nordhavn')] },
      { type: 'keyFigure', children: [paragraph('950'), paragraph('skibe i Sydhavn')] },
    ],
  },
  sourceLine,
  heading(2, 'Tal'),
  { type: 'exhibit', caption: [text('Skibe og kraner')], children: [figures, sourceLine] },
  chart,
  { type: 'exhibit', caption: [], children: [bare] },
  heading(2, 'Tekst'),
  paragraph(
    'En ',
    { type: 'strong', children: [text('fed')] },
    ' og ',
    { type: 'emphasis', children: [text('kursiv')] },
    ' linje på 5 m',
    { type: 'superscript', children: [text('2')] },
    ' med ',
    { type: 'link', url: 'https://example.org/?a=1&b=2', children: [text('et link')] },
    ' og ',
    { type: 'link', url: 'javascript:alert(1)', children: [text('intet link')] },
    mark(2),
  ),
  paragraph(
    'Det hedder ',
    { type: 'foreign', language: 'en', children: [text('the port of call')] },
    ' eller ',
    { type: 'foreign', language: 'en-US', children: [{ type: 'emphasis', children: [text('the dock')] }] },
    ' overalt.',
  ),
  paragraph('Den samme kilde igen', mark(2), ' og den første', mark(1)),
  paragraph({ type: 'evidence', strength: 'moderate', children: [text('moderat evidens')] }, ' for samtaler.'),
  {
    type: 'list',
    ordered: true,
    start: 3,
    children: [
      { type: 'listItem', children: [paragraph('tredje'), items('inden i')] },
      { type: 'listItem', children: [paragraph('fjerde'), paragraph('mere om den')] },
    ],
  },
  { type: 'blockquote', children: [paragraph('Det koster tid.')] },
  { type: 'quote', by: [text('havnefogeden')], children: [paragraph('Det koster penge.')] },
  { type: 'thematicBreak' },
  { type: 'code', value: 'a = 1\nb = 2' },
  heading(4, 'Et spring nedad'),
  {
    type: 'entry',
    number: '7',
    children: [
      heading(3, 'Køb en kran'),
      paragraph('Nordhavn har ingen.'),
      {
        type: 'aside',
        children: [
          paragraph('Gøres i dag: ', { type: 'chip', children: [text('Sydhavn')] }, ' ', {
            type: 'chip',
            children: [text('Vesthavn')],
          }),
        ],
      },
    ],
  },
  { type: 'entry', number: '8', children: [paragraph('Uden overskrift.')] },
  { type: 'pageBreak' },
  heading(2, 'Stykker'),
  {
    type: 'cards',
    children: [
      { type: 'card', title: [text('Et kort')], children: [paragraph('Om det.')] },
      { type: 'card', title: [], children: [paragraph('Uden titel.')] },
    ],
  },
  { type: 'facts', children: [{ type: 'fact', label: 'Formål', children: [text('At måle')] }] },
  { type: 'callout', title: [text('Obs')], children: [paragraph('Husk det.'), items('og det')] },
  { type: 'columns', children: [items('en', 'to', 'tre', 'fire')] },
  heading(2, 'Vejen'),
  {
    type: 'diagram',
    title: [text('Fra samtale til job')],
    stages: ['Indsats', 'Effekt'],
    children: [
      {
        type: 'lane',
        title: [text('Samtaler')],
        children: [
          { type: 'step', children: [text('flere')] },
          { type: 'step', children: [text('hurtigere i job')] },
        ],
      },
      {
        type: 'lane',
        title: [],
        children: [
          { type: 'step', children: [text('bedre')] },
          { type: 'step', children: [text('bliver i job')] },
        ],
      },
      sourceLine,
    ],
  },
  { type: 'exhibit', landscape: true, caption: [text('På tværs')], children: [figures, sourceLine] },
  heading(2, 'Mere'),
  heading(2, 'Endnu mere'),
  heading(2, 'Til sidst'),
  { type: 'contact' },
  { type: 'sourceNotes', title: 'Kilder', notes: [{ number: 1, text: 'Afsnit 1 (linje 4)' }] },
]

export const tree: Root = { type: 'root', children }

export const document: Document = {
  audience: 'havn',
  edition: null,
  name: 'brief',
  kind: 'brief',
  title: 'Havnen & <byen>',
  kicker: 'Til havnen',
  runningTitle: 'Havnen',
  publisher: 'Havnekontoret',
  language: 'da',
  theme: 'standard',
  tree,
}

const font = (family: string) => ({ family, weights: [400, 600] })
export const theme: Theme = {
  css: '',
  logo: null,
  file: 'brand.yaml',
  brand: brandSchema.parse({
    name: 'Havnen',
    colours: {
      ink: '#12203a',
      muted: '#4d5d73',
      accent: '#005b82',
      highlight: '#b8390b',
      highlightGround: '#fdf1ec',
      quiet: '#748bab',
      rule: '#cfd7e1',
      ground: '#f2f5f9',
      paper: '#ffffff',
    },
    fonts: { heading: font('Source Serif 4'), body: font('Source Sans 3') },
    contact: { name: 'Havnekontoret', email: 'havn@example.org', phone: '12 34 56 78', web: 'example.org' },
  }),
}
