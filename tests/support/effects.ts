import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cache } from '../../src/build/cache.ts'
import type { Effects } from '../../src/build/run.ts'
import type { Printer } from '../../src/render/pdf/printer.ts'

const noBrowser = () => Promise.reject(new Error('no browser here'))

/** What a build does to the world, of which a test says only what matters to it: nothing is kept, and there is no browser. */
export function effectsWith(more: Partial<Effects> = {}): Effects {
  return {
    printer: { print: noBrowser, firstPage: noBrowser, close: async () => {} } as unknown as Printer,
    chromium: async () => null,
    write: async () => {},
    date: null,
    browser: async () => 'a browser',
    standing: async () => null,
    cache: new Cache(mkdtempSync(join(tmpdir(), 'prisme-cache-'))),
    ...more,
  }
}
