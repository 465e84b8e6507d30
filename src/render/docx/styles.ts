import {
  BorderStyle,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx'
import type { Brand } from '../theme.ts'
import { hex, mm } from './writing.ts'

/** The styles of a document: Word's own where it has them, in the brand's typefaces and colours. Sizes are half points. */
export function styles({ colours, fonts }: Brand, language: string): IStylesOptions {
  const [heading, body] = [fonts.heading.family, fonts.body.family]
  const [ink, muted, accent] = [hex(colours.ink), hex(colours.muted), hex(colours.accent)]
  const serif = (size: number, more: IRunStylePropertiesOptions = {}) => ({ font: heading, size, color: ink, ...more })
  const sans = (size: number, more: IRunStylePropertiesOptions = {}) => ({ font: body, size, color: ink, ...more })
  const spaced = (before: number, after: number, line = 245) => ({
    spacing: { before, after, line, lineRule: LineRuleType.AUTO },
  })
  const head = (before: number, after: number) => ({
    keepNext: true,
    keepLines: true,
    ...spaced(before, after, 220),
  })
  const headings = (run: IRunStylePropertiesOptions, before: number, after: number, outlineLevel?: number) => ({
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run,
    paragraph: { ...head(before, after), ...(outlineLevel === undefined ? {} : { outlineLevel }) },
  })
  const bar = { left: { style: BorderStyle.SINGLE, size: 18, color: accent, space: 10 } }
  const own = (
    id: string,
    name: string,
    run: IRunStylePropertiesOptions,
    paragraph: IParagraphStyleOptions['paragraph'] = {},
    next = id,
  ): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', next, quickFormat: true, run, paragraph })

  return {
    default: {
      document: {
        run: { ...sans(20), language: { value: language, eastAsia: language } },
        paragraph: spaced(0, 0),
      },
      title: headings(serif(44, { bold: true }), 0, 200),
      heading1: headings(serif(28, { bold: true }), 340, 100, 0),
      heading2: headings(sans(23, { bold: true }), 280, 70, 1),
      heading3: headings(sans(21, { bold: true }), 220, 50, 2),
      heading4: headings(sans(20, { bold: true }), 200, 40, 3),
      heading5: headings(sans(20, { bold: true, color: muted }), 160, 40, 4),
      heading6: headings(sans(20, { italics: true, color: muted }), 160, 40, 5),
      hyperlink: { run: { color: accent, underline: {} } },
      footnoteReference: { run: { superScript: true } },
      footnoteText: { run: { size: 16, color: muted }, paragraph: spaced(0, 10, 240) },
    },
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true, paragraph: spaced(0, 120) },
      own('Lead', 'Lead', serif(25), spaced(0, 220, 235), 'Normal'),
      own('Caption', 'caption', sans(20, { bold: true }), { ...head(240, 80) }, 'Normal'),
      own(
        'Subcaption',
        'Caption second line',
        sans(18, { color: muted }),
        { keepNext: true, ...spaced(0, 80) },
        'Normal',
      ),
      own('Picture', 'Picture', {}, { keepNext: true, ...spaced(0, 0, 240) }, 'SourceLine'),
      own('SourceLine', 'Source line', sans(16, { color: muted }), spaced(70, 220, 235), 'Normal'),
      own('Quote', 'Quote', serif(23), { border: bar, keepLines: true, ...spaced(120, 120, 235) }),
      own('QuoteBy', 'Quote source', sans(18, { color: muted }), { border: bar, ...spaced(0, 200) }, 'Normal'),
      own('Callout', 'Callout', {}, spaced(60, 100)),
      own(
        'KeyFigure',
        'Key figure',
        serif(38, { bold: true, color: accent }),
        { keepNext: true, ...spaced(80, 20, 240) },
        'KeyFigureText',
      ),
      own('KeyFigureText', 'Key figure text', sans(18), { keepNext: true, ...spaced(0, 60, 238) }),
      own('TableText', 'Table text', sans(18), spaced(50, 50, 240)),
      own('TableTextDense', 'Table text, narrow', sans(16), spaced(45, 45, 240)),
      own('TableHead', 'Table head', sans(17, { bold: true, color: muted }), {
        keepNext: true,
        ...spaced(0, 50, 240),
      }),
      own('TableHeadDense', 'Table head, narrow', sans(15, { bold: true, color: muted }), {
        keepNext: true,
        ...spaced(0, 50, 240),
      }),
      own('FactLabel', 'Fact label', sans(18, { color: muted }), spaced(20, 30, 238), 'FactText'),
      own('FactText', 'Fact', sans(18), spaced(20, 30, 238)),
      own('EntryText', 'Entry text', {}, spaced(0, 60)),
      own('MarginNote', 'Margin note', sans(17, { color: muted }), spaced(0, 100, 238), 'Normal'),
      own('ListBullet', 'List Bullet', {}, spaced(0, 60)),
      own('ListNumber', 'List Number', {}, spaced(0, 60)),
      own('Code', 'Code', { font: 'Courier New', size: 17 }, spaced(0, 0)),
      own(
        'Rule',
        'Rule',
        {},
        { border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: hex(colours.rule), space: 1 } } },
        'Normal',
      ),
      own('Header', 'header', sans(17, { color: muted }), spaced(0, 0)),
      own('Footer', 'footer', sans(17, { color: muted }), spaced(0, 0)),
      own('TOCHeading', 'TOC Heading', sans(20, { bold: true, color: muted }), {
        keepNext: true,
        ...spaced(120, 60),
      }),
      own('TOC1', 'toc 1', sans(20), { ...spaced(0, 30), indent: { left: 0 }, rightTabStop: mm(170) }),
      {
        id: 'Spacer',
        name: 'Spacer',
        basedOn: 'Normal',
        run: { size: 8 },
        paragraph: spaced(0, 0, 240),
      },
    ],
    characterStyles: [{ id: 'EntryNumber', name: 'Entry number', run: { font: heading, bold: true, color: accent } }],
  }
}
