import type { List, RootContent, Table } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import { originOf, type Span, spansOf } from '../origin/spans.ts'
import { slice, type Traced } from '../origin/traced.ts'
import { type Captions, captionOf } from './captions.ts'
import { type FoundHeading, headingOf } from './headings.ts'
import { isNote } from './notes.ts'
import type { Profile } from './profile.ts'
import type { Section } from './report.ts'
import { fold, plainText } from './text.ts'
import { reportFile, tracedText } from './traced-text.ts'

export interface Outline {
  /** The document's own title, the first heading where it stands above all others; it is part of the front matter. */
  title: string | null
  sections: Section[]
  frontMatter: RootContent[]
  /** The section that holds a block, by the block; undefined for the front matter. */
  sectionOf: Map<RootContent, Section>
}

interface OutlineOptions {
  profile: Profile
  captions: Captions
  locale: Locale
  /** The title that the front matter gives: then a heading that says something else is a chapter. */
  knownTitle: string | null
}

/** Headings and the blocks below them, as a tree: level by number, whatever the `#` says. */
export function outline(blocks: RootContent[], { profile, captions, locale, knownTitle }: OutlineOptions): Outline {
  const result: Outline = { title: null, sections: [], frontMatter: [], sectionOf: new Map() }
  const headings = blocks.map((block) =>
    captionOf(block, captions)?.kind === 'box' ? boxHeading(block) : heading(block),
  )
  const numbered = headings.some((found) => found?.number)
  const lines = paragraphsByText(blocks)
  const levels = new Levels(numbered, steadyOffset(headings))
  const ids = new Set<string>()
  const open: Section[] = []
  let current: Section | null = null
  let listed: Section | null = null
  blocks.forEach((block, index) => {
    const found = headings[index]
    if (!found) {
      const isListed = listed && (listed.body.length === 0 || isNote(block, locale))
      if (!isListed) listed = null
      const home = listed ?? current
      ;(home?.body ?? result.frontMatter).push(block)
      if (home) result.sectionOf.set(block, home)
      return
    }
    listed = null
    if (!result.title && !open.length && isTitle(found, index)) {
      result.title = found.title
      result.frontMatter.push(block)
      return
    }
    const kind = kindOf(found, index)
    const section: Section = {
      id: uniqueId(found, ids),
      number: found.number,
      title: found.title,
      kind,
      level: levels.of(found, kind),
      line: block.position!.start.line,
      titleSpans: titleSpans(block, found.title),
      endLine: block.position!.end.line,
      body: [],
      children: [],
    }
    if (kind === 'runningHead') {
      // it stands on the page, not in the text: what follows belongs to the section that was open
      ;(open.at(-1)?.children ?? result.sections).push(section)
      return
    }
    if (kind === 'box' && titlesList(found, index)) {
      // it titles the list and no more: what follows that goes on with the section around it
      ;(open.at(-1)?.children ?? result.sections).push(section)
      result.sectionOf.set(block, section)
      listed = section
      return
    }
    while (open.length && open.at(-1)!.level >= section.level) open.pop()
    ;(open.at(-1)?.children ?? result.sections).push(section)
    open.push(section)
    current = section
    result.sectionOf.set(block, section)
  })
  for (const section of result.sections) closeAt(section)
  return result

  function isTitle(found: FoundHeading, index: number): boolean {
    if (found.number || found.depth !== 1 || kindOf(found, index) === 'toc') return false
    return knownTitle === null || fold(found.title) === fold(knownTitle)
  }

  function heading(block: RootContent): FoundHeading | null {
    return captionOf(block, captions) ? null : headingOf(block, locale)
  }

  function boxHeading(block: RootContent): FoundHeading | null {
    const found = headingOf(block, locale)
    return found && { ...found, number: null, title: plainText(block), appendix: false }
  }

  function kindOf(found: FoundHeading, index: number): Section['kind'] {
    const block = blocks[index]!
    if (captionOf(block, captions)?.kind === 'box' || titlesList(found, index)) return 'box'
    if (isToc(blocks, index) || (!found.number && locale.contents.includes(fold(found.title)))) return 'toc'
    if (profile.backMatter?.some((title) => fold(title) === fold(found.title))) return 'backMatter'
    return isRunningHead(found, index) ? 'runningHead' : 'section'
  }

  /** "Courses are granted to those who:", and a list or table. */
  function titlesList({ number, title }: FoundHeading, index: number): boolean {
    const next = blocks[index + 1]
    return !number && title.endsWith(':') && (next?.type === 'list' || next?.type === 'table')
  }

  /** A page's standing title: it has no content of its own and is printed again elsewhere. */
  function isRunningHead(found: FoundHeading, index: number): boolean {
    if (found.number || !headings[index + 1]) return false
    const own = blocks[index]!.type === 'paragraph' ? 1 : 0
    return (lines.get(fold(found.title)) ?? 0) > own
  }
}

/**
 * How much deeper the numbered headings are written than their numbers say, where that is the same for all of them: then the
 * depths mean something, and those without a number can be told by theirs.
 */
function steadyOffset(headings: (FoundHeading | null)[]): number | null {
  const offsets = headings.flatMap((found) =>
    found?.number && !found.appendix && found.depth !== null ? [found.depth - found.number.split('.').length] : [],
  )
  return offsets.length > 1 && new Set(offsets).size === 1 ? offsets[0]! : null
}

/** How often each short paragraph stands in a report. */
function paragraphsByText(blocks: RootContent[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const block of blocks) {
    if (block.type !== 'paragraph' || block.position!.end.offset! - block.position!.start.offset! > 300) continue
    const text = fold(plainText(block))
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}

/** The levels of headings, one after the other. */
class Levels {
  private base = 0
  private capitals = false
  private depths: number[] = []
  private readonly numbered: boolean
  private readonly offset: number | null
  private last = 1

  constructor(numbered: boolean, offset: number | null) {
    this.numbered = numbered
    this.offset = offset
  }

  of(found: FoundHeading, kind: Section['kind']): number {
    const level = this.next(found, kind)
    if (kind !== 'runningHead') this.last = level
    return level
  }

  private next({ number, appendix, depth, capitals }: FoundHeading, kind: Section['kind']): number {
    if (kind === 'toc' || kind === 'backMatter') {
      this.startChapter(1)
      return 1
    }
    if (number) {
      const level = appendix ? 1 : number.split('.').length
      this.startChapter(level)
      return level
    }
    if (!this.numbered) return this.byDepth(depth)
    if (kind === 'box' || kind === 'runningHead') return this.base + 1
    const written = this.offset === null || depth === null ? null : depth - this.offset
    if (written !== null && written <= this.base) return this.leave(Math.max(1, written))
    if (capitals) {
      this.capitals = true
      return this.base + 1
    }
    if (this.capitals) return this.base + 2
    return this.base + this.depthAmong(depth)
  }

  /** A heading that is written as high as the numbered one above it, or higher, does not belong to that. */
  private leave(level: number): number {
    this.startChapter(level)
    return level
  }

  private startChapter(level: number): void {
    this.base = level
    this.capitals = false
    this.depths = []
  }

  /** Below one number: the depth first seen is the first level, a deeper one the second. */
  private depthAmong(depth: number | null): number {
    if (depth === null) return Math.max(1, this.last - this.base)
    this.depths.push(depth)
    return depth > this.depths[0]! ? 2 : 1
  }

  /** In a report without numbers the depths that occur are the levels. */
  private byDepth(depth: number | null): number {
    if (depth === null) return this.last + 1
    this.depths = [...this.depths.filter((open) => open < depth), depth]
    return this.depths.length
  }
}

/** A table of contents: rows or lines that end in page numbers, or a list of nothing but links into the document. */
function isToc(blocks: RootContent[], index: number): boolean {
  const next = blocks[index + 1]
  return next !== undefined && (next.type === 'table' ? isContents(next) : next.type === 'list' && isLinkList(next))
}

function isLinkList({ children }: List): boolean {
  return (
    children.length > 0 &&
    children.every((item) =>
      item.children.every((block) => {
        if (block.type === 'list') return isLinkList(block)
        const [only, ...more] = block.type === 'paragraph' ? block.children : []
        return only?.type === 'link' && only.url.startsWith('#') && !more.length
      }),
    )
  )
}

export function isContents(table: Table): boolean {
  const pages = table.children.filter((row) => /(\.{3,}|…)\s*\d+$/.test(plainText(row)))
  return pages.length > table.children.length / 2
}

function closeAt(section: Section): number {
  const own = section.body.at(-1)?.position?.end.line ?? section.endLine
  section.endLine = Math.max(own, ...section.children.map(closeAt))
  return section.endLine
}

/** The number, or the title as words joined by hyphens; a second of the same name gets its line. */
function uniqueId({ number, title, node }: FoundHeading, taken: Set<string>): string {
  const name = fold(number ?? title)
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  const id = taken.has(name) || !name ? `${name}-l${node.position!.start.line}` : name
  taken.add(id)
  return id
}

/** A title is what its heading ends with. */
function titleSpans(block: RootContent, title: string): Span[] {
  const written = tracedText(block)
  return spansOf(slice(written, written.text.length - title.length).origin)
}

/** The title of a section with where it stands. */
export function titleOf({ title, titleSpans = [] }: Section): Traced {
  return { text: title, origin: originOf(titleSpans, title.length, reportFile) }
}

/** All sections, each before its children. */
export function* everySection(sections: Section[]): Generator<Section> {
  for (const section of sections) {
    yield section
    yield* everySection(section.children)
  }
}

/** The section of a number ("5.3", "Bilag 6") or a title; of several the first. */
export function findSection(sections: Section[], name: string): Section | undefined {
  return findSections(sections, name)[0]
}

/** The sections of a number, or else of a title. */
export function findSections(sections: Section[], name: string): Section[] {
  const wanted = fold(name)
  const all = [...everySection(sections)]
  const numbered = all.filter((section) => section.number && fold(section.number) === wanted)
  return numbered.length ? numbered : all.filter((section) => fold(section.title) === wanted)
}
