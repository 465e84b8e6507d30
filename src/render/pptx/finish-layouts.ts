import { strFromU8 } from 'fflate'
import { type Parts, rewrite } from '../ooxml/package.ts'
import { slide } from '../slides/measures.ts'
import { type LayoutName, layoutNames, layoutTypes, placeholders } from './layouts.ts'
import { numbered, placed, tidied } from './shapes.ts'

/** Layouts of the kinds that programs know, and a master that has what they share. */
export function finishLayouts(parts: Parts): void {
  const names = Object.values(layoutNames)
  names.forEach((name, at) => {
    rewrite(parts, path(at), (xml) =>
      numbered(framed(placed(tidied(xml), name), name)).replace(
        ' preserve="1"',
        ` preserve="1" type="${layoutTypes[name]}"`,
      ),
    )
  })
  const shared = /<p:spTree>.*?<\/p:spTree>/s.exec(strFromU8(parts.get(path(names.indexOf(layoutNames.content)))!))![0]
  rewrite(parts, 'ppt/slideMasters/slideMaster1.xml', (xml) =>
    styled(xml.replace(/<p:spTree>.*?<\/p:spTree>/s, shared).replace(/<p:hf [^>]*\/>/, '')),
  )
}

/** Text begins at the edges of its placeholder. */
function framed(xml: string, name: LayoutName): string {
  let at = -1
  return xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    at += 1
    const anchor = placeholders[name][at]?.anchor === 'bottom' ? 'b' : 't'
    const frame = `<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"></a:bodyPr>`
    return shape.replace(/<a:bodyPr[^>]*?(?:\/>|>.*?<\/a:bodyPr>)/s, frame)
  })
}

const path = (at: number) => `ppt/slideLayouts/slideLayout${at + 1}.xml`

/** The sizes of text that has no others. */
function styled(xml: string): string {
  return xml
    .replace(/<p:titleStyle>.*?<\/p:titleStyle>/s, (style) =>
      style.replace('algn="ctr"', 'algn="l"').replace(/sz="\d+"/, `sz="${slide.title.size * 100}" b="1"`),
    )
    .replace(/<p:bodyStyle>.*?<\/p:bodyStyle>/s, (style) => style.replace(/sz="\d+"/g, `sz="${slide.body.size * 100}"`))
}
