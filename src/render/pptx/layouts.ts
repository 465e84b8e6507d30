import { slide } from '../slides/measures.ts'
import type { Deck } from './library.ts'
import { looks } from './looks.ts'
import { lineHeight } from './measure.ts'
import type { Look } from './paragraph.ts'
import { inches } from './sheet.ts'
import type { Box } from './writing.ts'

/** The layouts of a deck, by the names that stand in the file. */
export const layoutNames = { title: 'Title', content: 'Title and content', titleOnly: 'Title only' } as const
export type LayoutName = (typeof layoutNames)[keyof typeof layoutNames]

/** Where text goes in a layout, and how it is set there. */
interface Placeholder {
  name: string
  /** As the file names its kind. */
  kind: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'ftr'
  index: number
  box: Box
  look: Look
  anchor: 'top' | 'bottom'
}

const { width, margin, title, body, footer } = slide
const full = { x: margin, width: width - 2 * margin }
const numberWidth = 60

/** What is on the first slide: above the title whom it is for, below it what it says. */
export const titleSlide = {
  logo: { x: margin, y: 44, height: 48 },
  kicker: { ...full, y: 128, height: 26 },
  title: { ...full, y: 158, height: 150 },
  body: { ...full, y: 324, height: body.bottom - 324 },
} as const

export const bodyBox: Box = { ...full, y: body.top, height: body.bottom - body.top }

const foot: Placeholder = {
  name: 'Footer',
  kind: 'ftr',
  index: 11,
  box: { x: margin, y: footer.top, width: full.width - numberWidth, height: 16 },
  look: looks.footer,
  anchor: 'top',
}
const heading: Placeholder = {
  name: 'Title',
  kind: 'title',
  index: 0,
  box: { ...full, y: title.top, height: title.height },
  look: looks.title,
  anchor: 'top',
}

/** The placeholders of each layout, in the order they are read. */
export const placeholders: Record<LayoutName, Placeholder[]> = {
  Title: [
    { name: 'Kicker', kind: 'body', index: 13, box: titleSlide.kicker, look: looks.kicker, anchor: 'bottom' },
    { name: 'Title', kind: 'ctrTitle', index: 0, box: titleSlide.title, look: looks.deckTitle, anchor: 'top' },
    { name: 'Subtitle', kind: 'subTitle', index: 1, box: titleSlide.body, look: looks.lead, anchor: 'top' },
    foot,
  ],
  'Title and content': [
    heading,
    { name: 'Content', kind: 'body', index: 1, box: bodyBox, look: looks.body, anchor: 'top' },
    foot,
  ],
  'Title only': [heading, foot],
}

/** The kinds of layout that programs know by these names. */
export const layoutTypes: Record<LayoutName, string> = {
  Title: 'title',
  'Title and content': 'obj',
  'Title only': 'titleOnly',
}

export function defineLayouts(pptx: Deck): void {
  const { size, colour } = looks.footer
  for (const [name, all] of Object.entries(placeholders))
    pptx.defineSlideMaster({
      title: name,
      objects: all.map((each) => ({ placeholder: { options: options(each), text: '' } })),
      slideNumber: {
        ...inches({ x: width - margin - numberWidth, y: footer.top, width: numberWidth, height: 16 }),
        fontSize: size,
        color: colour,
        align: 'right',
        margin: 0,
      },
    })
}

function options({ name, box, look, anchor }: Placeholder) {
  return {
    name,
    type: 'body' as const,
    ...inches(box),
    fontSize: look.size,
    color: look.colour,
    lineSpacing: lineHeight(look.size),
    align: 'left' as const,
    valign: anchor,
    margin: 0,
    objectName: name,
    ...(look.bold ? { bold: true } : {}),
    ...(look.font === 'heading' ? { fontFace: '+mj-lt' } : {}),
  }
}
