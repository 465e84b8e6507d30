import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { refuseUnless } from './guard.ts'

const shipped = resolve('source')
const advice =
  'only tests in tests/shipped/ read it; use tests/fixtures/extracted-report/, examples/library-hours/ or a small report'

const withCallback = ['readFile', 'open', 'readdir', 'cp', 'copyFile']
const reading: [object, string[]][] = [
  [fs, ['readFileSync', 'openSync', 'readdirSync', 'cpSync', 'copyFileSync', 'createReadStream', ...withCallback]],
  [fs.promises, withCallback],
]
const watched = Symbol.for('prisme shipped report')

/** Has every reading of the report in source/ asked for, once in a process: whoever edits it has no engine's test to mend. */
export function watchShippedReport(): void {
  if (watched in fs) return
  Object.assign(fs, { [watched]: true })
  for (const [module, names] of reading) for (const name of names) watch(module as Module, name)
  syncBuiltinESMExports()
}

type Module = Record<string, (path: unknown, ...rest: unknown[]) => unknown>

function watch(module: Module, name: string): void {
  const real = module[name]!
  const asked = (path: unknown, ...rest: unknown[]) => {
    const named = path instanceof URL ? fileURLToPath(path) : path
    const whole = typeof named === 'string' ? resolve(named) : ''
    if (whole === shipped || whole.startsWith(shipped + sep)) refuseUnless('shippedReport', `${name} ${whole}`, advice)
    return real.call(module, path, ...rest)
  }
  module[name] = Object.defineProperties(asked, Object.getOwnPropertyDescriptors(real))
}
