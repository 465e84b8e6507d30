import { strFromU8 } from 'fflate'
import { type Parts, rewrite } from '../ooxml/package.ts'
import { slide } from '../slides/measures.ts'
import { layoutNames, layoutTypes } from './layouts.ts'
import { numbered, placed, tidied } from './shapes.ts'

/** Layouts of the kinds that programs know, and a master that has what they share. */
export function finishLayouts(parts: Parts): void {
  const names = Object.values(layoutNames)
  names.forEach((name, at) => {
    rewrite(parts, path(at), (xml) =>
      numbered(placed(tidied(xml), name)).replace(' preserve="1"', ` preserve="1" type="${layoutTypes[name]}"`),
    )
  })
  const shared = /<p:spTree>.*?<\/p:spTree>/s.exec(strFromU8(parts.get(path(names.indexOf(layoutNames.content)))!))![0]
  rewrite(parts, 'ppt/slideMasters/slideMaster1.xml', (xml) =>
    styled(xml.replace(/<p:spTree>.*?<\/p:spTree>/s, shared).replace(/<p:hf [^>]*\/>/, '')),
  )
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
