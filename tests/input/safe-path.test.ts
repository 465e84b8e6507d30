import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '../../src/input/problem.ts'
import { inside } from '../../src/input/safe-path.ts'

let root: string
let folder: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'prisme-path-'))
  folder = join(root, 'home')
  await mkdir(join(folder, 'within'), { recursive: true })
  await mkdir(join(root, 'away'))
  await writeFile(join(root, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'within', 'file.txt'), 'open')
  await symlink(join(root, 'secret.txt'), join(folder, 'to-secret'))
  await symlink(join(root, 'away'), join(folder, 'to-away'))
  await symlink(join(folder, 'within'), join(folder, 'to-within'))
  await symlink(folder, join(root, 'also-home'))
})
afterAll(() => rm(root, { recursive: true }))

describe('inside', () => {
  test.each(['within/file.txt', 'new.txt', 'new/deep.txt', './within/../within', '..dots', 'to-within/file.txt', ''])(
    '"%s" stays',
    async (name) => {
      expect(await inside(folder, name)).toBe(join(folder, name))
    },
  )

  test.each(['../secret.txt', 'within/../../secret.txt', '..', '/etc/passwd', 'to-secret', 'to-away/new.txt', 'a\0b'])(
    '"%s" leads out',
    async (name) => {
      const error = await inside(folder, name, { file: 'x.yaml', line: 3, column: 5 }).catch((reason) => reason)
      expect(error).toBeInstanceOf(Problem)
      expect(error.message).toBe('leads out of its folder')
      expect(error.details).toMatchObject({ file: 'x.yaml', line: 3, column: 5, found: name })
    },
  )

  test('an absolute path that is inside stays', async () => {
    expect(await inside(folder, join(folder, 'new.txt'))).toBe(join(folder, 'new.txt'))
  })

  test('a folder that is reached by a link holds its own files', async () => {
    expect(await inside(join(root, 'also-home'), 'within/file.txt')).toBe(join(root, 'also-home/within/file.txt'))
  })
})
