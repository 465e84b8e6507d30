import { type Parts, rewrite } from '../ooxml/package.ts'
import type { Sheet } from './sheet.ts'

/** One pixel that nothing is seen of: programs that know no vector pictures show it in their place. */
export const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII='

/** Puts the vector pictures of slides behind the pixels that stand for them. */
export function addVectors(parts: Parts, sheets: Sheet[]): void {
  sheets.forEach(({ vectors }, at) => {
    for (const [name, svg] of vectors) {
      const id = `vector${name.replace(/\W/g, '')}`
      const file = `slide${at + 1}-${id}.svg`
      parts.set(`ppt/media/${file}`, svg)
      rewrite(parts, `ppt/slides/_rels/slide${at + 1}.xml.rels`, (xml) =>
        xml.replace(
          '</Relationships>',
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/${file}"/></Relationships>`,
        ),
      )
      rewrite(parts, `ppt/slides/slide${at + 1}.xml`, (xml) =>
        xml.replace(/<p:pic>.*?<\/p:pic>/gs, (picture) =>
          picture.includes(` name="${name}"`) ? picture.replace('</a:blip>', `${extension(id)}</a:blip>`) : picture,
        ),
      )
    }
  })
}

const extension = (id: string) =>
  `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${id}"/></a:ext></a:extLst>`
