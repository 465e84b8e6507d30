import { expect, test } from 'vitest'
import { identity } from '../../../src/render/pdf/file/geometry.ts'
import { Path } from '../../../src/render/pdf/file/path.ts'

function isSolid([first, ...others]: [number, number][], more: [number, number][] = []): boolean {
  const path = new Path()
  path.startAt(identity, ...first!)
  for (const point of others) path.goTo(identity, ...point)
  if (more.length) path.startAt(identity, ...more[0]!)
  for (const point of more.slice(1)) path.goTo(identity, ...point)
  return path.solid
}

const rectangle: [number, number][] = [
  [0, 0],
  [9, 0],
  [9, 4],
  [0, 4],
]

test('a rectangle fills its box, its corners square or cut', () => {
  expect(isSolid(rectangle)).toBe(true)
  expect(isSolid([[1, 0], ...rectangle.slice(1), [0, 1]])).toBe(true)
})

test('other shapes do not, nor does what has a hole', () => {
  expect(
    isSolid([
      [0, 0],
      [9, 0],
      [4, 4],
    ]),
  ).toBe(false)
  expect(isSolid([...rectangle.slice(0, 3), [5, 2], [0, 4]])).toBe(false)
  expect(isSolid(rectangle, rectangle)).toBe(false)
})
