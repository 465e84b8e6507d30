import { around, type Box, type Matrix, pointBy } from './geometry.ts'

/** A path while it is drawn, as the points that it goes through and is drawn to. */
export class Path {
  private points: [number, number][] = []
  private parts = 0

  startAt(matrix: Matrix, x: number, y: number): void {
    this.parts += 1
    this.goTo(matrix, x, y)
  }

  goTo(matrix: Matrix, x: number, y: number): void {
    this.points.push(pointBy(matrix, x, y))
  }

  clear(): void {
    this.points = []
    this.parts = 0
  }

  get box(): Box | undefined {
    return this.points.length ? around(this.points) : undefined
  }

  /** Whether it goes along the edges of its box and leaves out no more than corners. */
  get solid(): boolean {
    const { box, points } = this
    return box !== undefined && this.parts === 1 && points.every((point) => isOnEdge(point, box)) && isFull(points, box)
  }
}

const near = (one: number, other: number) => Math.abs(one - other) < 0.01
const isOnEdge = ([x, y]: [number, number], [left, bottom, right, top]: Box) =>
  near(x, left) || near(x, right) || near(y, bottom) || near(y, top)

function isFull(points: [number, number][], [left, bottom, right, top]: Box): boolean {
  const area = points.reduce((sum, [x, y], at) => {
    const [toX, toY] = points[(at + 1) % points.length]!
    return sum + (x * toY - toX * y) / 2
  }, 0)
  return Math.abs(area) >= 0.7 * (right - left) * (top - bottom)
}
