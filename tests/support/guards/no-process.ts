import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import { afterEach, expect } from 'vitest'

/** In a unit test nothing starts a process, a browser for instance; a test that tries is told where it belongs. */
const starting = ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'] as const

let started: string[] = []

for (const name of starting) {
  childProcess[name] = ((command: string) => {
    started.push(`${name} ${command}`)
    throw new Error(`a unit test started a process, ${command}: name its file *.integration.test.ts`)
  }) as never
}
syncBuiltinESMExports()

/** The code under test may have caught what was thrown. */
afterEach(() => {
  const here = started
  started = []
  expect(here, 'processes started by a unit test, which belongs in a file *.integration.test.ts').toEqual([])
})
