import { scheme } from './colours.ts'
import type { Text, TextLook } from './library.ts'
import { hang, lineHeight } from './measure.ts'
import type { Paragraph, Run } from './paragraph.ts'

const faces = { heading: '+mj-lt', body: '+mn-lt' }

/** Paragraphs as the library takes them: one row of runs, each the last of its paragraph or not. */
export function runsOf(paragraphs: Paragraph[]): Text[] {
  return paragraphs.flatMap((paragraph, at) => {
    const { runs } = paragraph
    const all = runs.length ? runs : [{ text: '' }]
    return all.map((run, part) => ({
      text: run.text,
      options: {
        ...lookOf(paragraph, run),
        ...(part === 0 && at > 0 && paragraph.gap ? { paraSpaceBefore: paragraph.gap } : {}),
        ...(part === 0 ? bulletOf(paragraph) : {}),
        breakLine: part === all.length - 1,
      },
    }))
  })
}

function lookOf(paragraph: Paragraph, run: Run): TextLook {
  return {
    fontSize: paragraph.size,
    lineSpacing: lineHeight(paragraph.size),
    color: run.url ? scheme.accent : paragraph.colour,
    ...(paragraph.font ? { fontFace: faces[paragraph.font] } : {}),
    ...(paragraph.bold || run.bold ? { bold: true } : {}),
    ...(paragraph.italic !== run.italic && (paragraph.italic || run.italic) ? { italic: true } : {}),
    ...(run.strike ? { strike: 'sngStrike' } : {}),
    ...(run.raised ? { superscript: true } : {}),
    ...(run.url ? { hyperlink: { url: run.url } } : {}),
    ...(run.language ? { lang: run.language } : {}),
    ...(run.newLine ? { softBreakBefore: true } : {}),
  }
}

function bulletOf({ bullet, level, size }: Paragraph): TextLook {
  if (bullet === undefined) return {}
  const indent = hang(size)
  return {
    bullet: bullet === 'point' ? { indent } : { type: 'number', numberStartAt: bullet, indent },
    ...(level ? { indentLevel: level } : {}),
  }
}
