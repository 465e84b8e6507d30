import { FileChild, XmlAttributeComponent, XmlComponent } from 'docx'

/** Elements that the library has no class for. */

class Attributes extends XmlAttributeComponent<Record<string, string>> {}

type Content = XmlComponent | string

export class Element extends XmlComponent {
  constructor(name: string, attributes: Record<string, string> = {}, children: Content[] = []) {
    super(name)
    if (Object.keys(attributes).length) this.root.push(new Attributes(attributes))
    this.root.push(...children)
  }
}

/** A table of contents as one thing that Word can update. */
export class ContentsBox extends FileChild {
  constructor(children: XmlComponent[]) {
    super('w:sdt')
    const gallery = new Element('w:docPartGallery', { 'w:val': 'Table of Contents' })
    const part = new Element('w:docPartObj', {}, [gallery, new Element('w:docPartUnique')])
    this.root.push(new Element('w:sdtPr', {}, [part]), new Element('w:sdtContent', {}, children))
  }
}

/** The runs that begin a field, up to what it shows; and the run that ends it. */
export const fieldBegin = (instruction: string): XmlComponent[] => [
  run(new Element('w:fldChar', { 'w:fldCharType': 'begin' })),
  run(new Element('w:instrText', { 'xml:space': 'preserve' }, [` ${instruction} `])),
  run(new Element('w:fldChar', { 'w:fldCharType': 'separate' })),
]
export const fieldEnd = (): XmlComponent => run(new Element('w:fldChar', { 'w:fldCharType': 'end' }))

const run = (child: XmlComponent) => new Element('w:r', {}, [child])
