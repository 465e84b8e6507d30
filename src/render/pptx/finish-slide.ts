import { escaped } from '../ooxml/text.ts'
import { placeholders } from './layouts.ts'
import { looks } from './looks.ts'
import { lineHeight } from './measure.ts'
import { numbered, placed, tidied } from './shapes.ts'
import type { Sheet } from './sheet.ts'

/** A slide whose placeholders take their place and look from its layout, and whose tables say what they are. */
export function finishSlide(xml: string, { layout, tables }: Sheet): string {
  const shapes = tidied(xml).replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const index = /<p:ph\s[^>]*?\bidx="(\d+)"/.exec(shape)?.[1]
    if (!index) return shape
    const look = placeholders[layout][Number(index) - 100]?.look
    const bare = placed(shape, layout)
      .replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>')
      .replace(/<a:bodyPr[^>]*?(?:\/>|>.*?<\/a:bodyPr>)/s, '<a:bodyPr/>')
      .replace(/<a:lstStyle>.*?<\/a:lstStyle>/s, '<a:lstStyle/>')
    if (!/<a:t>/.test(bare)) return ''
    return look && look !== looks.footer ? inheriting(bare, look) : bare
  })
  return numbered(withTables(shapes, tables))
}

/** A shape without what its placeholder gives it; a foot keeps its look, which some programs do not take from there. */
function inheriting(shape: string, look: (typeof placeholders)['Title'][number]['look']): string {
  const spacing = `<a:lnSpc><a:spcPts val="${lineHeight(look.size) * 100}"/></a:lnSpc>`
  const own = [
    `<a:pPr algn="l" indent="0" marL="0">${spacing}<a:buNone/></a:pPr>`,
    ` sz="${look.size * 100}"`,
    `<a:solidFill><a:schemeClr val="${look.colour}"/></a:solidFill>`,
    ...(look.bold ? [' b="1"'] : []),
    ...(look.font ? ['<a:latin typeface="+mj-lt"/>'] : []),
  ]
  return own.reduce((xml, given) => xml.replaceAll(given, ''), shape)
}

function withTables(xml: string, tables: Sheet['tables']): string {
  return xml.replace(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs, (frame) => {
    const name = /<p:cNvPr id="\d+" name="([^"]*)"\/>/.exec(frame)?.[1]
    const said = name === undefined ? undefined : tables.get(name)
    if (!said) return frame
    const on = (yes: boolean) => (yes ? '1' : '0')
    return frame
      .replace(`name="${name}"/>`, `name="${name}" descr="${escaped(said.description)}"/>`)
      .replace(
        '<a:tblPr/>',
        `<a:tblPr firstRow="${on(said.header)}" firstCol="${on(said.rowHeaders)}" bandRow="0"><a:tableStyleId>${noStyle}</a:tableStyleId></a:tblPr>`,
      )
  })
}

/** The table style "No style, no grid", which every program has. */
const noStyle = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}'
