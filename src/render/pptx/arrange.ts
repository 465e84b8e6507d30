import type { Sheet } from './sheet.ts'
import type { Box, Piece } from './writing.ts'

/** The space between pieces. */
export const gap = 14
const between = 24

/**
 * Pieces one below the other: what is too high is set tight, and what is left over goes to those that may stand higher. Where even
 * the tight pieces need more, they run over the lower edge rather than over each other.
 */
export function stack(pieces: Piece[]): Piece {
  const most = pieces.reduce((sum, piece) => sum + (piece.stretch ?? 0), 0)
  const heights = (width: number, tight: boolean) => pieces.map((piece) => piece.height(width, tight))
  const total = (all: number[]) => sum(all) + gap * Math.max(0, all.length - 1)
  return {
    stretch: most,
    height: (width, tight = false) => total(heights(width, tight)),
    draw(sheet, box) {
      const loose = heights(box.width, false)
      const natural = total(loose) <= box.height ? loose : heights(box.width, true)
      const left = Math.max(0, box.height - total(natural))
      const share = most ? Math.min(1, left / most) : 0
      let { y } = box
      pieces.forEach((piece, at) => {
        const height = natural[at]! + (piece.stretch ?? 0) * share
        piece.draw(sheet, { ...box, y, height })
        y += height + gap
      })
    },
  }
}

/** Pieces side by side, each as wide as its share. */
export function row(pieces: Piece[], shares: number[] = pieces.map(() => 1)): Piece {
  const widths = (width: number) => {
    const room = width - between * (pieces.length - 1)
    return shares.map((share) => (room * share) / sum(shares))
  }
  return {
    stretch: Math.max(0, ...pieces.map(({ stretch = 0 }) => stretch)),
    height: (width, tight) => Math.max(...widths(width).map((each, at) => pieces[at]!.height(each, tight))),
    draw(sheet, box) {
      let { x } = box
      widths(box.width).forEach((width, at) => {
        pieces[at]!.draw(sheet, { ...box, x, width })
        x += width + between
      })
    },
  }
}

/** Pieces in rows of as many as stand lowest, none narrower than its least. */
export function grid(pieces: Piece[], least: number, most: number): Piece {
  const rowsOf = (count: number) =>
    Array.from({ length: Math.ceil(pieces.length / count) }, (_, at) => {
      const some = pieces.slice(at * count, (at + 1) * count)
      return row([...some, ...Array<Piece>(count - some.length).fill(nothing)])
    })
  const best = (width: number): Piece => {
    const counts = Array.from({ length: Math.min(most, pieces.length) }, (_, at) => at + 1)
    const fitting = counts.filter((count) => count === 1 || (width - between * (count - 1)) / count >= least)
    const choices = fitting.map((count) => stack(rowsOf(count)))
    return choices.reduce((low, each) => (each.height(width) <= low.height(width) ? each : low))
  }
  return {
    height: (width, tight) => best(width).height(width, tight),
    draw: (sheet, box) => best(box.width).draw(sheet, box),
  }
}

const nothing: Piece = { height: () => 0, draw: () => {} }

/** A piece with space around it on a ground of its own, and with a bar on its left or above it. */
export function framed(
  name: string,
  inner: Piece,
  padding: number,
  ground: (sheet: Sheet, box: Box, name: string) => void,
): Piece {
  return {
    height: (width, tight) => inner.height(width - 2 * padding, tight) + 2 * padding,
    draw(sheet, box) {
      ground(sheet, box, name)
      const { x, y, width, height } = box
      inner.draw(sheet, {
        x: x + padding,
        y: y + padding,
        width: width - 2 * padding,
        height: height - 2 * padding,
      })
    },
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)
