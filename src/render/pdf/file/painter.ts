import { type PDFDict, PDFStream } from '@cantoo/pdf-lib'
import { type Operand, type Operation, operationsOf } from './content.ts'
import type { Font } from './fonts.ts'
import {
  around,
  type Box,
  boxBy,
  concatenated,
  identity,
  type Matrix,
  pointBy,
  shared,
  shifted,
  union,
} from './geometry.ts'
import { bytesOf, dictionaryAt, nameAt, numberAt, numbersAt, valueAt } from './objects.ts'
import type { Belongs, Colour, Painted } from './page-content.ts'

interface State {
  matrix: Matrix
  clip: Box
  fill: Colour
  stroke: Colour
  fillOpacity: number
  strokeOpacity: number
  font: Font | undefined
  size: number
  spacing: number
  wordSpacing: number
  /** 1 is the font's own width. */
  stretch: number
  leading: number
  rise: number
}

const black: Colour = [0, 0, 0]

/** Walks the operations of a content stream (ISO 32000-1, 8 and 9) and keeps what they paint. */
export class Painter {
  readonly painted: Painted[] = []
  readonly fontOf: (dictionary: PDFDict) => Font
  state: State
  private readonly saved: State[] = []
  readonly marks: Belongs[] = []
  private points: [number, number][] = []
  clips = false
  private text: Matrix = identity
  private line: Matrix = identity
  private depth = 0

  constructor(fontOf: (dictionary: PDFDict) => Font, clip: Box) {
    this.fontOf = fontOf
    this.state = {
      matrix: identity,
      clip,
      fill: black,
      stroke: black,
      fillOpacity: 1,
      strokeOpacity: 1,
      font: undefined,
      size: 0,
      spacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
    }
  }

  run(operations: Iterable<Operation>, resources: PDFDict | undefined): void {
    for (const { operator, operands } of operations) {
      operators.get(operator)?.(this, operands, resources)
    }
  }

  save(): void {
    this.saved.push({ ...this.state })
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  through(point: readonly [number, number]): void {
    this.points.push(pointBy(this.state.matrix, ...point))
  }

  /** Ends a path: paints the area it is about, and clips to it where it was said to. */
  endPath(colour: 'fill' | 'stroke' | 'none'): void {
    const { state, points } = this
    if (points.length) {
      const box = around(points)
      if (colour === 'fill') this.add('area', box, { colour: state.fill, opacity: state.fillOpacity })
      if (colour === 'stroke') this.add('area', box, { colour: state.stroke, opacity: state.strokeOpacity })
      if (this.clips) state.clip = shared(state.clip, box) ?? [box[0], box[1], box[0], box[1]]
    }
    this.points = []
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
    this.state = { ...before, matrix: concatenated(matrixOf(numbersAt(object, 'Matrix')), before.matrix) }
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
    const { font, size, spacing, wordSpacing, stretch, rise, matrix, fill, fillOpacity } = this.state
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
      opacity: fillOpacity,
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
    const belongs = this.marks.at(-1)
    const { colour, opacity = 1, text = '', unmapped = 0, font, size = 0 } = more
    const painted: Painted = { kind, box, belongs, colour, opacity, text, unmapped, font, size }
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

const keyOf = (operand: Operand | undefined) => (typeof operand === 'string' ? operand.slice(1) : '')

function matrixOf(operands: Operand[]): Matrix {
  const six = operands.length === 6 && operands.every((operand) => typeof operand === 'number')
  return six ? (operands as unknown as Matrix) : identity
}

function colourOf(operands: Operand[]): Colour {
  if (typeof operands.at(-1) === 'string') return undefined
  const numbers = operands.filter((operand) => typeof operand === 'number')
  const [a = 0, b = 0, c = 0, d = 0] = numbers
  if (numbers.length === 1) return [a, a, a]
  if (numbers.length === 3) return [a, b, c]
  return numbers.length === 4 ? [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)] : undefined
}

function belongsOf([tag, properties]: Operand[], resources: PDFDict | undefined): Belongs {
  if (tag === '/Artifact') return 'artifact'
  if (properties instanceof Map) {
    const mcid = properties.get('/MCID')
    return typeof mcid === 'number' ? mcid : undefined
  }
  return numberAt(dictionaryAt(dictionaryAt(resources, 'Properties'), keyOf(properties)), 'MCID')
}

function goesOn(last: Painted, next: Painted): boolean {
  return Boolean(
    last.kind === 'text' &&
      last.belongs === next.belongs &&
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

type Act = (painter: Painter, operands: Operand[], resources: PDFDict | undefined) => void

const numberOf = (operand: Operand | undefined) => (typeof operand === 'number' ? operand : 0)

const fill: Act = ({ state }, operands) => {
  state.fill = colourOf(operands)
}
const stroke: Act = ({ state }, operands) => {
  state.stroke = colourOf(operands)
}
const through: Act = (painter, operands) => {
  for (let at = 0; at + 1 < operands.length; at += 2)
    painter.through([numberOf(operands[at]), numberOf(operands[at + 1])])
}
const fillPath: Act = (painter) => painter.endPath('fill')
const strokePath: Act = (painter) => painter.endPath('stroke')
const clip: Act = (painter) => {
  painter.clips = true
}
/** Of the numbers of the text state. */
const set =
  (key: 'spacing' | 'wordSpacing' | 'leading' | 'rise' | 'stretch', unit = 1): Act =>
  ({ state }, [value]) => {
    state[key] = numberOf(value) * unit
  }

/** What each operator does (ISO 32000-1, annex A); the others paint nothing and move nothing. */
const operators = new Map<string, Act>(
  Object.entries({
    q: (painter) => painter.save(),
    Q: (painter) => painter.restore(),
    cm: ({ state }, operands) => {
      state.matrix = concatenated(matrixOf(operands), state.matrix)
    },
    gs: ({ state }, [name], resources) => {
      const set = dictionaryAt(dictionaryAt(resources, 'ExtGState'), keyOf(name))
      state.fillOpacity = numberAt(set, 'ca') ?? state.fillOpacity
      state.strokeOpacity = numberAt(set, 'CA') ?? state.strokeOpacity
    },

    rg: fill,
    g: fill,
    k: fill,
    sc: fill,
    scn: fill,
    cs: ({ state }) => {
      state.fill = black
    },
    RG: stroke,
    G: stroke,
    K: stroke,
    SC: stroke,
    SCN: stroke,
    CS: ({ state }) => {
      state.stroke = black
    },

    m: through,
    l: through,
    c: through,
    v: through,
    y: through,
    re: (painter, operands) => {
      const [x, y, width, height] = [0, 1, 2, 3].map((at) => numberOf(operands[at])) as [number, number, number, number]
      painter.through([x, y])
      painter.through([x + width, y])
      painter.through([x + width, y + height])
      painter.through([x, y + height])
    },
    W: clip,
    'W*': clip,
    S: strokePath,
    s: strokePath,
    f: fillPath,
    F: fillPath,
    'f*': fillPath,
    B: fillPath,
    'B*': fillPath,
    b: fillPath,
    'b*': fillPath,
    n: (painter) => painter.endPath('none'),

    Do: (painter, [name], resources) => painter.external(keyOf(name), resources),
    sh: (painter) => painter.add('area', painter.state.clip),
    EI: (painter) => painter.add('picture', boxBy(painter.state.matrix, 0, 0, 1, 1)),

    BT: (painter) => painter.moveTo(identity),
    Tf: (painter, [name, size], resources) => {
      const dictionary = dictionaryAt(dictionaryAt(resources, 'Font'), keyOf(name))
      painter.state.font = dictionary && painter.fontOf(dictionary)
      painter.state.size = numberOf(size)
    },
    Tc: set('spacing'),
    Tw: set('wordSpacing'),
    Tz: set('stretch', 1 / 100),
    TL: set('leading'),
    Ts: set('rise'),
    Tm: (painter, operands) => painter.moveTo(matrixOf(operands)),
    Td: (painter, [x, y]) => painter.moveBy(numberOf(x), numberOf(y)),
    TD: (painter, [x, y]) => {
      painter.state.leading = -numberOf(y)
      painter.moveBy(numberOf(x), numberOf(y))
    },
    'T*': (painter) => painter.nextLine(),
    Tj: (painter, [shown]) => painter.string(shown),
    "'": (painter, [shown]) => {
      painter.nextLine()
      painter.string(shown)
    },
    '"': (painter, [wordSpacing, spacing, shown]) => {
      painter.state.wordSpacing = numberOf(wordSpacing)
      painter.state.spacing = numberOf(spacing)
      painter.nextLine()
      painter.string(shown)
    },
    TJ: (painter, [items]) => {
      const { size, stretch } = painter.state
      for (const item of Array.isArray(items) ? items : []) {
        if (typeof item === 'number') painter.advance((-item / 1000) * size * stretch)
        else painter.string(item)
      }
    },

    BMC: ({ marks }, [tag]) => marks.push(tag === '/Artifact' ? 'artifact' : marks.at(-1)),
    BDC: ({ marks }, operands, resources) => marks.push(belongsOf(operands, resources) ?? marks.at(-1)),
    EMC: ({ marks }) => marks.pop(),
  }),
)
