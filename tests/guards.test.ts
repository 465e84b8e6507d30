import { exec, execFile, fork, spawn, spawnSync } from 'node:child_process'
import { cpSync, createReadStream, readdirSync, readFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { takeRefused } from './support/guards/guard.ts'

/** This is a unit test, and what those may not do is refused here, also where the code that tried goes on. */
const report = resolve('source/report.md')

test.each<[string, () => unknown]>([
  ['execFile', () => execFile('true')],
  ['execFile, promised', () => promisify(execFile)('true')],
  ['exec, promised', () => promisify(exec)('true')],
  ['spawn', () => spawn('true')],
  ['spawnSync', () => spawnSync('true')],
  ['fork', () => fork('true.js')],
])('a process is not started: %s', (_, start) => {
  expect(start).toThrow(/a test that starts a process stands in a file \*\.integration\.test\.ts/)
  expect(takeRefused()).toHaveLength(1)
})

describe('the report in source/ is not read', () => {
  test.each<[string, () => unknown]>([
    ['by its path', () => readFileSync(report)],
    ['by a way to it', () => readFileSync('tests/../source/report.md', 'utf8')],
    ['by its address', () => readFileSync(new URL(`file://${report}`))],
    ['promised', () => readFile('source/report.md')],
    ['opened', () => open('source/report.md')],
    ['in pieces', () => createReadStream('source/report.md')],
    ['with its folder', () => cpSync('source', join(tmpdir(), 'never'), { recursive: true })],
    ['listed', () => readdirSync('source')],
  ])('%s', (_, read) => {
    expect(read).toThrow(/only tests in tests\/shipped\/ read it/)
    expect(takeRefused()).toHaveLength(1)
  })

  test('others that are called so are', () => {
    expect(readdirSync('src')).not.toEqual([])
    expect(() => readFileSync('tests/source/report.md')).toThrow(/ENOENT/)
  })
})
