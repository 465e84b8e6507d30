import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { version } from '../../src/build/version.ts'
import { english } from '../model/infer/reports.ts'
import type { Ran } from '../support/command.ts'
import { makeSource } from '../support/source.ts'

/**
 * The command as it is installed, bundle and all, in a process of its own: that it starts, exits and prints. What it says is
 * tested beside this file, in the process that tests it.
 */
function bin(folder: string, ...args: string[]): Promise<Ran> {
  return new Promise((done) => {
    execFile(process.execPath, [resolve('bin/prisme.js'), ...args], { cwd: folder }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

test('tells its version, and its commands', async () => {
  const { folder } = makeSource()
  expect(await bin(folder, '--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  const { code, stdout, stderr } = await bin(folder, '--help')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const command of ['init', 'build', 'model', 'check', 'trace', 'approve', 'diff', 'schema'])
    expect(stdout).toMatch(new RegExp(`^ +${command} `, 'm'))
})

test('exits 2 where the input cannot be used, with the problem on stderr and as JSON on stdout', async () => {
  const { code, stdout, stderr } = await bin(makeSource().folder, 'build', '--audience', 'ale', '--json')
  expect(code).toBe(2)
  expect(stderr).toMatch(/unknown audience "ale"/)
  expect(JSON.parse(stdout)).toMatchObject({ problems: [{ found: 'ale', nearest: 'alle' }] })
})

test('exits 1 where a check finds an error', async () => {
  const { folder } = makeSource({ 'report.md': '# Havnen\n\n## 1 Skibe\n\nNi skibe (se afsnit 2.4).\n' })
  expect((await bin(folder, 'check')).code).toBe(1)
})

test('makes a folder of a report, builds it with a browser, and ends', async () => {
  const { folder } = makeSource({ 'x.md': english })
  expect((await bin(folder, 'init', 'source/x.md', '--into', 'd')).code).toBe(0)
  const { code, stdout, stderr } = await bin(folder, 'build', '--source', 'd')
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toMatch(/Read d\/report\.md/)
  expect(readFileSync(join(folder, 'out/overview/overview.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  for (const file of ['manifest.json', 'model.json', 'index.html'])
    expect(existsSync(join(folder, 'out', file))).toBe(true)
})
