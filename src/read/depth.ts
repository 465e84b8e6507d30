import type { Nodes, Root } from 'mdast'
import { Problem } from '../input/problem.ts'

/** No report nests its blocks and phrases deeper; what does is refused, since everything that walks a tree recurses. */
export const deepest = 200

/** @throws {Problem} at the first node that is nested too deeply */
export function refuseDepth(tree: Root, file: string): void {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length; depth++) {
    if (depth > deepest) {
      const { line, column } = level[0]!.position!.start
      throw new Problem('is nested too deeply', { file, line, column, expected: `at most ${deepest} levels` })
    }
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
}
