import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Which rooms a room may import from; the two papers stand in `model` (the report) and `document`. */
const mayImport: Record<string, string[]> = {
  input: [],
  locale: [],
  origin: [],
  read: ['origin', 'input', 'locale'],
  model: ['origin', 'input', 'locale', 'read'],
  update: ['origin', 'input', 'locale', 'model'],
  editorial: ['origin', 'input', 'locale', 'model', 'update'],
  document: ['origin', 'locale'],
  tailor: ['origin', 'input', 'locale', 'model', 'update', 'editorial', 'document'],
  render: ['origin', 'input', 'locale', 'document'],
  check: ['origin', 'input', 'locale', 'read', 'model', 'update', 'editorial', 'tailor', 'render'],
  build: ['origin', 'input', 'locale', 'read', 'model', 'update', 'editorial', 'document', 'tailor', 'render', 'check'],
  cli: ['origin', 'input', 'locale', 'model', 'update', 'editorial', 'tailor', 'render', 'check', 'build'],
}

const src = resolve('src')
const rooms = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('a room imports from the rooms to its left and from nothing to its right', () => {
  test('every room has its place', () => {
    expect(rooms.map((room) => room.name).sort()).toEqual(Object.keys(mayImport).sort())
  })

  test.each(rooms.map((room) => room.name))('%s', (room) => {
    const wrong = importsOf(room).filter(({ to }) => to !== room && !mayImport[room]!.includes(to))
    expect(wrong).toEqual([])
  })
})

function importsOf(room: string): { file: string; to: string }[] {
  const files = readdirSync(join(src, room), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name)
    const text = readFileSync(file, 'utf8')
    return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, target]) => ({
      file: relative(src, file),
      to: relative(src, resolve(dirname(file), target!)).split('/')[0]!,
    }))
  })
}
