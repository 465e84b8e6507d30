import { PDFDict, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { type Mark, ObjectReference, StructureElement } from '../../render/pdf/file/element.ts'
import type { Box } from '../../render/pdf/file/geometry.ts'
import { Pages } from '../../render/pdf/file/pages.ts'
import { Structure } from '../../render/pdf/file/structure.ts'
import { type Annotation, annotationsOf } from './annotations.ts'

/** An element of the structure tree, and where it stands in it. */
export interface Tag {
  element: StructureElement
  /** The standard type that the role map makes of its own. */
  role: string
  parent: Tag | undefined
  kids: Tag[]
}

/** A PDF as the rules look at it. */
export interface Pdf {
  file: PDFDocument
  pages: Pages
  /** undefined where the file is not tagged. */
  structure: Structure | undefined
  roots: Tag[]
  /** All, each before those below it. */
  tags: Tag[]
  /** Who owns what is painted, by page and marked-content identifier; several where the tree is not right. */
  ownersOf(page: PDFRef, mcid: number): Tag[]
  annotations: Annotation[]
  /** Who owns an annotation. */
  holderOf(annotation: PDFRef | undefined): Tag | undefined
  /** From 1. */
  numberOf(page: PDFRef): number | undefined
}

export function pdfOf(file: PDFDocument): Pdf {
  const structure = Structure.of(file)
  const roots = structure ? structure.elements.map((element) => tagOf(element, undefined, structure)) : []
  const tags = roots.flatMap(withThoseBelow)
  const numbers = new Map(file.getPages().map(({ ref }, index) => [ref, index + 1]))
  const owners = ownersByPage(tags)
  const holders = new Map(
    tags.flatMap((tag) =>
      tag.element.children.flatMap((child) => (child instanceof ObjectReference ? [[child.object, tag] as const] : [])),
    ),
  )
  return {
    file,
    pages: new Pages(file),
    structure,
    roots,
    tags,
    ownersOf: (page, mcid) => owners.get(page)?.get(mcid) ?? [],
    annotations: annotationsOf(file),
    holderOf: (annotation) => annotation && holders.get(annotation),
    numberOf: (page) => numbers.get(page),
  }
}

function tagOf(element: StructureElement, parent: Tag | undefined, structure: Structure): Tag {
  const tag: Tag = { element, role: structure.roleOf(element), parent, kids: [] }
  tag.kids = element.elements.map((kid) => tagOf(kid, tag, structure))
  return tag
}

const withThoseBelow = (tag: Tag): Tag[] => [tag, ...tag.kids.flatMap(withThoseBelow)]

function ownersByPage(tags: Tag[]): Map<PDFRef, Map<number, Tag[]>> {
  const owners = new Map<PDFRef, Map<number, Tag[]>>()
  for (const tag of tags)
    for (const mark of ownMarks(tag)) {
      const marks = owners.get(mark.page) ?? new Map<number, Tag[]>()
      marks.set(mark.mcid, [...(marks.get(mark.mcid) ?? []), tag])
      owners.set(mark.page, marks)
    }
  return owners
}

/** The marks of an element itself. */
export const ownMarks = ({ element }: Tag): Mark[] =>
  element.children.filter(
    (child): child is Mark => !(child instanceof StructureElement || child instanceof ObjectReference),
  )

/** Where an element begins: the page and the place of what it shows first there. */
export function placeOf({ element }: Tag, { pages, numberOf }: Pdf): { page?: number; box?: Box } {
  const { marks } = element
  const page = marks[0] && numberOf(marks[0].page)
  const box = pages.boxOf(marks)
  return { ...(page && { page }), ...(box && { box }) }
}

/** An element's text in quotes, shortened; its type where it has none. */
export function named(tag: Tag, { pages }: Pdf): string {
  const text = pages.textOf(tag.element.marks)
  return text ? `${tag.element.type} ${quoted(text)}` : tag.element.type
}

export const quoted = (text: string) => `"${text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text}"`

/** In characters. */
const longest = 60

/** The information dictionary of a file. */
export function informationOf({ context }: PDFDocument): PDFDict | undefined {
  const information = context.lookup(context.trailerInfo.Info)
  return information instanceof PDFDict ? information : undefined
}
