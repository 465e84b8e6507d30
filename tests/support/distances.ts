import { pdfPages } from './pdf-pages.ts'

/** By how much all words of one PDF are moved in another, in points; and whether they are the same, page by page. */
export async function distancesBetween(one: Uint8Array, other: Uint8Array) {
  const [plain, print] = await Promise.all([pdfPages(one), pdfPages(other)])
  const words = ({ pages }: typeof plain) => pages.map(({ texts }) => texts.map(({ text }) => text))
  const all = ({ pages }: typeof plain) => pages.flatMap(({ texts }) => texts)
  const moves = all(print).map(({ x, y }, at) => ({ x: x - all(plain)[at]!.x, y: y - all(plain)[at]!.y }))
  const furthest = (axis: 'x' | 'y') =>
    moves.map((move) => Math.round(move[axis] * 20) / 20).reduce((a, b) => (Math.abs(b - 9) > Math.abs(a - 9) ? b : a))
  const isSame = JSON.stringify(words(plain)) === JSON.stringify(words(print))
  return { words: isSame, x: furthest('x'), y: furthest('y') }
}
