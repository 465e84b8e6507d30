import { slide } from '../slides/measures.ts'
import { scheme } from './colours.ts'
import type { Look } from './paragraph.ts'

/** How the texts of a slide are set: none that is read from afar is under 16 points. */
const small = 16
const { ink, muted, accent } = scheme

export const looks = {
  body: { size: slide.body.size, colour: ink, gap: 8 },
  small: { size: small, colour: ink, gap: 6 },
  aside: { size: small, colour: muted, gap: 6 },
  lead: { size: 22, colour: ink, gap: 10 },
  heading: { size: 20, colour: ink, gap: 14, bold: true },
  label: { size: small, colour: ink, gap: 6, bold: true },
  quote: { size: 22, colour: ink, gap: 10, italic: true },
  code: { size: small, colour: ink, gap: 2 },
  caption: { size: slide.body.size, colour: ink, gap: 6, bold: true },
  subtitle: { size: small, colour: muted, gap: 2 },
  entryNumber: { size: 32, colour: accent, gap: 0, font: 'heading', bold: true },
  keyFigure: { size: 44, colour: accent, gap: 0, font: 'heading', bold: true },
  title: { size: slide.title.size, colour: ink, gap: 0, font: 'heading', bold: true },
  deckTitle: { size: 40, colour: ink, gap: 0, font: 'heading', bold: true },
  kicker: { size: small, colour: accent, gap: 0, bold: true },
  part: { size: 14, colour: muted, gap: 0 },
  source: { size: slide.source.size, colour: muted, gap: 0 },
  footer: { size: slide.footer.size, colour: muted, gap: 0, font: 'body' },
} as const satisfies Record<string, Look>
