import type { PDFDict } from '@cantoo/pdf-lib'
import type { Operand } from './content.ts'
import { boxBy, concatenated, identity, type Matrix } from './geometry.ts'
import { black } from './graphics-state.ts'
import { dictionaryAt, numberAt } from './objects.ts'
import type { Colour } from './page-content.ts'
import type { Painter } from './painter.ts'

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
    painter.path.goTo(painter.state.matrix, numberOf(operands[at]), numberOf(operands[at + 1]))
}
const fillPath: Act = (painter) => painter.endPath('fill')
const strokePath: Act = (painter) => painter.endPath('stroke')
const clip: Act = (painter) => {
  painter.clips = true
}
/** Of the numbers of the text state. */
const set =
  (key: 'spacing' | 'wordSpacing' | 'leading' | 'rise' | 'stretch' | 'mode', unit = 1): Act =>
  ({ state }, [value]) => {
    state[key] = numberOf(value) * unit
  }

/** What each operator does (ISO 32000-1, annex A); the others paint nothing and move nothing. */
export const operators = new Map<string, Act>(
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

    m: (painter, [x, y]) => painter.path.startAt(painter.state.matrix, numberOf(x), numberOf(y)),
    l: through,
    c: through,
    v: through,
    y: through,
    re: ({ path, state }, operands) => {
      const [x, y, width, height] = [0, 1, 2, 3].map((at) => numberOf(operands[at])) as [number, number, number, number]
      path.startAt(state.matrix, x, y)
      path.goTo(state.matrix, x + width, y)
      path.goTo(state.matrix, x + width, y + height)
      path.goTo(state.matrix, x, y + height)
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

    BT: (painter) => {
      painter.moveTo(identity)
      painter.marks.beginText()
    },
    ET: (painter) => painter.marks.endText(),
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
    Tr: set('mode'),
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

    BMC: (painter, [tag]) => painter.marks.begin(keyOf(tag), undefined),
    BDC: (painter, [tag, properties], resources) => painter.marks.begin(keyOf(tag), mcidOf(properties, resources)),
    EMC: (painter) => painter.marks.end(),
  }),
)

const keyOf = (operand: Operand | undefined) => (typeof operand === 'string' ? operand.slice(1) : '')

export function matrixOf(operands: Operand[]): Matrix {
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

function mcidOf(properties: Operand | undefined, resources: PDFDict | undefined): number | undefined {
  if (properties instanceof Map) {
    const mcid = properties.get('/MCID')
    return typeof mcid === 'number' ? mcid : undefined
  }
  return numberAt(dictionaryAt(dictionaryAt(resources, 'Properties'), keyOf(properties)), 'MCID')
}
