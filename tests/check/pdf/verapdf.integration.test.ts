import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { breakages } from './broken.ts'
import { goodPdf, loaded } from './good.ts'

/** What `npm run verify:pdfua` needs; its libraries are fetched by that command, never by a test. */
const lacking = [
  ...['java', 'mvn'].filter((program) => spawnSync(program, ['-version']).error),
  ...['node_modules/.cache/prisme/verapdf'].filter((folder) => !existsSync(folder)),
]

describe.skipIf(lacking.length)(
  `veraPDF of the same files${lacking.length ? `: no ${lacking.join(', no ')}` : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'prisme-verapdf-'))
    const failed = new Map<string, Set<string>>()
    const pathOf = (name: string) => join(folder, `${name.replace(/\W+/g, '-')}.pdf`)

    beforeAll(async () => {
      const good = await goodPdf()
      writeFileSync(pathOf('good'), good)
      for (const { name, breakIt } of breakages) {
        const file = await loaded(good)
        breakIt(file)
        writeFileSync(pathOf(name), await file.save({ updateFieldAppearances: false }))
      }
      const said = await verify(folder)
      expect(said).toMatch(/^PDF\/UA-1, veraPDF: \d+ files/m)
      for (const [, path, rule] of said.matchAll(/^(.+): rule (\S+) failed/gm)) {
        const rules = failed.get(resolve(path!)) ?? new Set()
        failed.set(resolve(path!), rules.add(rule!))
      }
    }, 300_000)
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test('finds nothing in the file without faults', () => {
      expect([...(failed.get(pathOf('good')) ?? [])]).toEqual([])
    })

    test.each(breakages.map((breakage) => [breakage.name, breakage.veraPdf] as const))('%s', (name, rules) => {
      expect([...(failed.get(pathOf(name)) ?? [])].sort()).toEqual([...rules].sort())
    })
  },
)

function verify(folder: string): Promise<string> {
  return new Promise((done) => {
    const args = [resolve('tools/verapdf/verify.mjs'), relative('', folder)]
    execFile(process.execPath, args, { maxBuffer: 1 << 26 }, (_, stdout, stderr) => done(stdout + stderr))
  })
}
