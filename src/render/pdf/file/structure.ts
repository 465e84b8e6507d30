import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { type Child, Mark, ObjectReference, StructureElement } from './element.ts'
import { dictionaryAt, nameAt, numberAt } from './objects.ts'
import { parentTree } from './parent-tree.ts'

/** The structure tree of a file: what it says, and what is to be written in its place. */
export class Structure {
  readonly root: PDFDict
  readonly elements: StructureElement[]
  private readonly file: PDFDocument

  /** undefined where the file is not tagged. */
  static of(file: PDFDocument): Structure | undefined {
    const root = dictionaryAt(file.catalog, 'StructTreeRoot')
    return root && new Structure(file, root)
  }

  private constructor(file: PDFDocument, root: PDFDict) {
    this.file = file
    this.root = root
    this.elements = childrenOf(root, undefined, new Set()).filter((child) => child instanceof StructureElement)
  }

  /** All elements, in the order of the document. */
  get all(): StructureElement[] {
    return this.elements.flatMap((element) => element.all)
  }

  /** The standard type of an element: what the role map makes of it. */
  roleOf(element: StructureElement): string {
    const roles = dictionaryAt(this.root, 'RoleMap')
    let type = element.type
    for (let steps = 0; steps < 20; steps += 1) {
      const next = nameAt(roles, type)
      if (!next || next === type) break
      type = next
    }
    return type
  }

  /** A new element with children, that stands nowhere yet. */
  make(type: string, children: Child[]): StructureElement {
    const dictionary = this.file.context.obj({ Type: 'StructElem', S: type })
    const element = new StructureElement(dictionary, this.file.context.register(dictionary))
    element.children = children
    return element
  }

  /** Writes children, parents and the parent tree as they stand now. */
  write(): void {
    const { context } = this.file
    const { all } = this
    const rootRef = context.getObjectRef(this.root)
    for (const element of this.elements) element.dictionary.set(PDFName.of('P'), rootRef ?? this.root)
    this.root.set(PDFName.of('K'), context.obj(this.elements.map(({ ref }) => ref)))
    for (const element of all) writeChildren(element)
    parentTree(this.file, this.root, all)
  }
}

/** The children of an element, or of the root; what was met before is left out, so that a tree in a ring comes to an end. */
function childrenOf(parent: PDFDict, page: PDFRef | undefined, met: Set<PDFDict>): Child[] {
  const { context } = parent
  const kids = parent.get(PDFName.of('K'))
  const value = context.lookup(kids)
  const items = value instanceof PDFArray ? value.asArray() : kids ? [kids] : []
  return items.flatMap((item): Child[] => {
    const found = context.lookup(item)
    if (found instanceof PDFNumber) return page ? [new Mark(page, found.asNumber())] : []
    if (!(found instanceof PDFDict) || met.has(found)) return []
    const own = found.get(PDFName.of('Pg'))
    const on = own instanceof PDFRef ? own : page
    const kind = nameAt(found, 'Type')
    if (kind === 'MCR') return on ? [new Mark(on, numberAt(found, 'MCID') ?? -1)] : []
    if (kind === 'OBJR') {
      const object = found.get(PDFName.of('Obj'))
      return object instanceof PDFRef ? [new ObjectReference(object, on)] : []
    }
    met.add(found)
    const element = new StructureElement(found, item instanceof PDFRef ? item : context.register(found))
    element.children = childrenOf(found, on, met)
    return [element]
  })
}

/** The page of an element is that of its first mark; marks on others name theirs. */
function writeChildren({ dictionary, ref, children }: StructureElement): void {
  const { context } = dictionary
  const page = children.find((child) => child instanceof Mark)?.page
  const kids = children.map((child) => {
    if (child instanceof StructureElement) {
      child.dictionary.set(PDFName.of('P'), ref)
      return child.ref
    }
    if (child instanceof ObjectReference)
      return context.obj({ Type: 'OBJR', Obj: child.object, ...(child.page && { Pg: child.page }) })
    return child.page === page
      ? PDFNumber.of(child.mcid)
      : context.obj({ Type: 'MCR', Pg: child.page, MCID: child.mcid })
  })
  if (page) dictionary.set(PDFName.of('Pg'), page)
  else dictionary.delete(PDFName.of('Pg'))
  if (kids.length) dictionary.set(PDFName.of('K'), kids.length === 1 ? kids[0]! : context.obj(kids))
  else dictionary.delete(PDFName.of('K'))
}
