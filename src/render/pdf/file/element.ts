import { PDFDict, PDFHexString, PDFName, type PDFObject, type PDFRef } from '@cantoo/pdf-lib'
import { arrayAt, dictionaryAt, nameAt, textAt, valueAt } from './objects.ts'

/** A piece of a page's content that an element owns, by its marked-content identifier. */
export class Mark {
  readonly page: PDFRef
  readonly mcid: number
  constructor(page: PDFRef, mcid: number) {
    this.page = page
    this.mcid = mcid
  }
}

/** An annotation that an element owns. */
export class ObjectReference {
  readonly object: PDFRef
  readonly page: PDFRef | undefined
  constructor(object: PDFRef, page: PDFRef | undefined) {
    this.object = object
    this.page = page
  }
}

export type Child = StructureElement | Mark | ObjectReference

/** An element of the structure tree (ISO 32000-1, 14.7.2). Its children are written back by `Structure.write`. */
export class StructureElement {
  readonly dictionary: PDFDict
  readonly ref: PDFRef
  children: Child[] = []

  constructor(dictionary: PDFDict, ref: PDFRef) {
    this.dictionary = dictionary
    this.ref = ref
  }

  /** "P", "H1"…, as it is written, before the role map. */
  get type(): string {
    return nameAt(this.dictionary, 'S') ?? ''
  }

  set type(type: string) {
    this.dictionary.set(PDFName.of('S'), PDFName.of(type))
  }

  get elements(): StructureElement[] {
    return this.children.filter((child) => child instanceof StructureElement)
  }

  /** This element and all below it, each before those below it. */
  get all(): StructureElement[] {
    const found: StructureElement[] = []
    collect(this, found)
    return found
  }

  /** The marks below it, in the order of the document. */
  get marks(): Mark[] {
    return this.children.flatMap((child) =>
      child instanceof Mark ? [child] : child instanceof StructureElement ? child.marks : [],
    )
  }

  /** "Alt", "ActualText", "Lang", "ID"… */
  text(key: string): string | undefined {
    return textAt(this.dictionary, key)
  }

  setText(key: string, text: string): void {
    this.dictionary.set(PDFName.of(key), PDFHexString.fromText(text))
  }

  /** The attributes of an owner: "Table", "List", "Layout"… */
  attributes(owner: string): PDFDict | undefined {
    const all = this.attributeList().filter((attributes) => nameAt(attributes, 'O') === owner)
    const [first] = all
    if (all.length < 2) return first
    const merged = this.dictionary.context.obj({})
    for (const attributes of all) for (const [key, value] of attributes.entries()) merged.set(key, value)
    return merged
  }

  /** Sets attributes of an owner, in one dictionary with those it has; undefined takes one away. */
  setAttributes(owner: string, entries: Record<string, PDFObject | undefined>): void {
    const { context } = this.dictionary
    const attributes = this.attributes(owner) ?? context.obj({ O: owner })
    for (const [key, value] of Object.entries(entries)) {
      if (value) attributes.set(PDFName.of(key), value)
      else attributes.delete(PDFName.of(key))
    }
    const others = this.attributeList().filter((other) => nameAt(other, 'O') !== owner)
    this.dictionary.set(PDFName.of('A'), context.obj([...others, attributes]))
  }

  private attributeList(): PDFDict[] {
    const one = valueAt(this.dictionary, 'A')
    if (one instanceof PDFDict) return [one]
    const several = arrayAt(this.dictionary, 'A')
    return Array.from({ length: several?.size() ?? 0 }, (_, index) => dictionaryAt(several, index)).filter(
      Boolean,
    ) as PDFDict[]
  }
}

function collect(element: StructureElement, into: StructureElement[]): void {
  into.push(element)
  for (const child of element.children) if (child instanceof StructureElement) collect(child, into)
}
