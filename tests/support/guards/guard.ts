import { afterEach, expect } from 'vitest'

/** What a test file may not do, by its kind; which kind that is its name says. */
export interface Guard {
  /** May it start another process, a browser for instance? */
  processes: boolean
  /** May it read the report that is shipped in source/? */
  shippedReport: boolean
}

interface State extends Guard {
  /** What was tried and refused since the last test. */
  refused: string[]
}

/** One for the process, in which files of several kinds may run one after the other. */
const global = globalThis as { prismeGuard?: State }
global.prismeGuard ??= { processes: true, shippedReport: true, refused: [] }
const state = global.prismeGuard

/** Sets what the tests of a file may do, and fails a test that tried another thing, whatever became of it. */
export function guard(may: Guard): void {
  Object.assign(state, may)
  afterEach(() => {
    expect(takeRefused(), 'what a test of this kind may not do').toEqual([])
  })
}

/** What was tried and refused since it was last asked. */
export const takeRefused = (): string[] => state.refused.splice(0)

/** @throws where the tests of this file may not do it, with what to do instead */
export function refuseUnless(what: keyof Guard, tried: string, advice: string): void {
  if (state[what]) return
  state.refused.push(`${tried}: ${advice}`)
  throw new Error(`${tried}: ${advice}`)
}
