import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect } from 'vitest'

/**
 * Only the tests in tests/shipped/ read the report that is shipped in source/: whoever edits that has nothing else to mend. Here it
 * is refused, and a test that asks for it is told.
 */
const shipped = resolve('source')
const reading = {
  sync: ['readFileSync', 'openSync', 'readdirSync', 'cpSync', 'copyFileSync', 'createReadStream'],
  async: ['readFile', 'open', 'readdir', 'cp', 'copyFile'],
}

let read: string[] = []

function refuse(target: object, names: string[]): void {
  const functions = target as Record<string, (path: unknown, ...rest: unknown[]) => unknown>
  for (const name of names) {
    const real = functions[name]!
    functions[name] = (path, ...rest) => {
      const asked = path instanceof URL ? fileURLToPath(path) : path
      const whole = typeof asked === 'string' ? resolve(asked) : ''
      if (whole !== shipped && !whole.startsWith(shipped + sep)) return real(path, ...rest)
      read.push(whole)
      throw new Error(`${whole} was read by a test outside tests/shipped/: ${advice}`)
    }
  }
}
const advice = 'use tests/fixtures/extracted-report/, examples/library-hours/ or a small report'

refuse(fs, [...reading.sync, ...reading.async])
refuse(fs.promises, reading.async)
syncBuiltinESMExports()

/** The code under test may have caught what was thrown. */
afterEach(() => {
  const here = read
  read = []
  expect(here, `files of the shipped report read outside tests/shipped/: ${advice}`).toEqual([])
})
