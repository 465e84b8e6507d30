import { type PDFDict, PDFStream } from '@cantoo/pdf-lib'
import { type Operand, type Operation, operationsOf } from './content.ts'
import type { Font } from './fonts.ts'
import { type Box, boxBy, concatenated, identity, type Matrix, shared, shifted, union } from './geometry.ts'
import { initialState, type State } from './graphics-state.ts'
import { Marks } from './marks.ts'
import { bytesOf, dictionaryAt, nameAt, numbersAt, valueAt } from './objects.ts'
import { matrixOf, operators } from './operators.ts'
import type { Colour, Painted } from './page-content.ts'
import { Path } from './path.ts'

/** Walks the operations of a content stream (ISO 32000-1, 8 and 9) and keeps what they paint. */
export class Painter {
  readonly painted: Painted[] = []
  readonly fontOf: (dictionary: PDFDict) => Font
  state: State
  private readonly saved: State[] = []
  readonly marks = new Marks()
  readonly path = new Path()
  clips = false
  private text: Matrix = identity
  private line: Matrix = identity
  private depth = 0

  constructor(fontOf: (dictionary: PDFDict) => Font, clip: Box) {
    this.fontOf = fontOf
    this.state = initialState(clip)
  }

  run(operations: Iterable<Operation>, resources: PDFDict | undefined): void {
    const before = this.marks.depth
    for (const { operator, operands } of operations) operators.get(operator)?.(this, operands, resources)
    this.marks.backTo(before)
  }

  save(): void {
    this.saved.push({ ...this.state })
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  /** Ends a path: paints the area it is about, and clips to it where it was said to. */
  endPath(colour: 'fill' | 'stroke' | 'none'): void {
    const { state, path } = this
    const { box, solid } = path
    if (box) {
      if (colour === 'fill') this.add('area', box, { colour: state.fill, opacity: state.fillOpacity, solid })
      if (colour === 'stroke') this.add('line', box, { colour: state.stroke, opacity: state.strokeOpacity })
      if (this.clips) state.clip = shared(state.clip, box) ?? [box[0], box[1], box[0], box[1]]
    }
    path.clear()
    this.clips = false
  }

  external(name: string, resources: PDFDict | undefined): void {
    const object = valueAt(dictionaryAt(resources, 'XObject'), name)
    if (!(object instanceof PDFStream)) return
    if (nameAt(object, 'Subtype') !== 'Form') {
      this.add('picture', boxBy(this.state.matrix, 0, 0, 1, 1))
      return
    }
    if (this.depth >= deepest) return
    const before = this.state
    const matrix = concatenated(matrixOf(numbersAt(object, 'Matrix')), before.matrix)
    const groupOpacity = before.groupOpacity * before.fillOpacity
    const isGroup = dictionaryAt(object, 'Group') !== undefined
    this.state = { ...before, matrix, ...(isGroup && { groupOpacity, fillOpacity: 1, strokeOpacity: 1 }) }
    this.depth += 1
    this.run(operationsOf(bytesOf(object)), dictionaryAt(object, 'Resources') ?? resources)
    this.depth -= 1
    this.state = before
  }

  moveTo(matrix: Matrix): void {
    this.text = matrix
    this.line = matrix
  }

  nextLine(): void {
    this.moveBy(0, -this.state.leading)
  }

  moveBy(x: number, y: number): void {
    this.moveTo(shifted(this.line, x, y))
  }

  advance(x: number): void {
    this.text = shifted(this.text, x, 0)
  }

  string(shown: Operand | undefined): void {
    if (!(shown instanceof Uint8Array)) return
    const { font, size, spacing, wordSpacing, stretch, rise, matrix, fill, fillOpacity, mode } = this.state
    let width = 0
    let text = ''
    let unmapped = 0
    for (const glyph of font?.glyphs(shown) ?? []) {
      width += ((glyph.width / 1000) * size + spacing + (glyph.text === ' ' ? wordSpacing : 0)) * stretch
      if (glyph.text) text += glyph.text
      else unmapped += 1
    }
    const space = concatenated(this.text, matrix)
    const height = Math.hypot(space[2], space[3]) * Math.abs(size)
    const box = boxBy(space, 0, rise - descent * size, width, rise + ascent * size)
    this.add('text', box, {
      colour: fill,
      opacity: mode === invisible ? 0 : fillOpacity,
      text,
      unmapped,
      font,
      size: height,
    })
    this.advance(width)
  }

  /** Keeps what was painted, as far as it is not clipped; letters of one line that follow each other are one text. */
  add(kind: Painted['kind'], whole: Box, more: Partial<Painted> = {}): void {
    const box = shared(whole, this.state.clip)
    if (!box) return
    const { belongs } = this.marks
    const { colour, solid = false, text = '', unmapped = 0, font, size = 0 } = more
    const opacity = (more.opacity ?? 1) * this.state.groupOpacity
    const painted: Painted = { kind, box, solid, belongs, colour, opacity, text, unmapped, font, size }
    const last = this.painted.at(-1)
    if (last && kind === 'text' && goesOn(last, painted)) {
      last.box = union(last.box, box)
      last.text += painted.text
      last.unmapped += painted.unmapped
    } else this.painted.push(painted)
  }
}

/** Form XObjects within each other: more are taken for a ring. */
const deepest = 12
/** Of the letters above and below their line, as parts of their size: those of most fonts for text. */
const ascent = 0.75
const descent = 0.22
/** The text rendering mode that paints no letters. */
const invisible = 3

function goesOn(last: Painted, next: Painted): boolean {
  return Boolean(
    last.kind === 'text' &&
      last.belongs === next.belongs &&
      last.opacity === next.opacity &&
      last.font === next.font &&
      Math.abs(last.size - next.size) < 0.01 &&
      Math.abs(last.box[1] - next.box[1]) < 0.1 &&
      sameColour(last.colour, next.colour) &&
      next.box[0] - last.box[2] < next.size / 2 &&
      next.box[0] > last.box[0],
  )
}

const sameColour = (one: Colour, other: Colour) =>
  one === other || (one && other && one.every((part, at) => part === other[at]))
