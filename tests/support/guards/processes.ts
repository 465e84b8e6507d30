import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import { promisify } from 'node:util'
import { refuseUnless } from './guard.ts'

const starting = ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'] as const
const watched = Symbol.for('prisme processes')

/** Has every start of another process asked for, once in a process. */
export function watchProcesses(): void {
  if (watched in childProcess) return
  Object.assign(childProcess, { [watched]: true })
  for (const name of starting) {
    const real = childProcess[name] as Start
    const promised = (real as Start & { [promisify.custom]?: Start })[promisify.custom]
    childProcess[name] = Object.defineProperties(asking(name, real), {
      ...Object.getOwnPropertyDescriptors(real),
      // the form that promisify takes is a function of its own
      ...(promised ? { [promisify.custom]: { value: asking(name, promised) } } : {}),
    }) as never
  }
  syncBuiltinESMExports()
}

type Start = (command: string, ...rest: unknown[]) => unknown

function asking(name: string, real: Start): Start {
  return (command, ...rest) => {
    refuseUnless(
      'processes',
      `${name} ${command}`,
      'a test that starts a process stands in a file *.integration.test.ts',
    )
    return real(command, ...rest)
  }
}
