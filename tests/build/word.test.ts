import { resolve } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { prepareBuild } from '../../src/build/prepare.ts'
import { builder } from '../../src/build/run.ts'
import type { Printer } from '../../src/render/pdf/printer.ts'
import { effectsWith } from '../support/effects.ts'
import { faultsOf } from '../support/office-package.ts'

/** The Word files of the report in source/. Their pictures are not looked at here, so that no browser draws them. */
const files = new Map<string, Uint8Array>()

beforeAll(async () => {
  const folders = {
    source: { path: resolve('source'), shown: 'source', name: 'source' },
    templates: { folders: [{ path: resolve('templates'), shown: 'templates', name: 'templates' }] },
  }
  const prepared = await prepareBuild(folders, { formats: ['docx'] })
  const printer = { picture: async () => new Uint8Array(8) } as unknown as Printer
  const effects = effectsWith({ printer, write: async (path, data) => void files.set(path, data as Uint8Array) })
  const build = builder(prepared, folders, effects)
  for (const planned of prepared.documents) expect((await build(planned)).failures).toEqual([])
}, 60_000)

test('every part is XML, typed and led to, and every id is there once', () => {
  expect(files.size).toBe(10)
  for (const [path, bytes] of files) expect(faultsOf(bytes), path).toEqual([])
})

test('a number and its unit stand on one line', () => {
  const bodies = [...files.values()].map((bytes) => strFromU8(unzipSync(bytes)['word/document.xml']!))
  const texts = bodies.flatMap((xml) => [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text!))
  expect(texts.filter((text) => /\d\u00a0pct\./.test(text)).length).toBeGreaterThan(20)
  expect(texts.filter((text) => /\d pct\./.test(text))).toEqual([])
})

test('what is broken is found', () => {
  const parts = unzipSync(files.get('presse/brief.docx')!)
  const broken = (path: string, change: (xml: string) => string) =>
    faultsOf(zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path]!))) }))
  const body = 'word/document.xml'
  expect(broken(body, (xml) => xml.replace('</w:p>', ''))).toContain(`${body}: </w:body> closes nothing`)
  expect(broken(body, (xml) => xml.replace(/<w:t [^>]*>/, '$&&'))[0]).toMatch(/a bare &/)
  expect(broken(body, (xml) => xml.replace(/r:embed="[^"]+"/, 'r:embed="rId99"'))).toContain(
    `${body}: no relationship rId99`,
  )
  expect(
    broken(body, (xml) => xml.replace(/<w:footnoteReference w:id="1"/, '<w:footnoteReference w:id="99"')),
  ).toContain('no footnote 99')
  expect(broken(body, (xml) => xml.replace(/<wp:docPr id="\d+"/, '<wp:docPr id="2"'))).toContain('drawing 2 twice')
  expect(broken('[Content_Types].xml', (xml) => xml.replace(/<Default [^>]*Extension="odttf"[^>]*>/, ''))).toContain(
    'word/fonts/font1.odttf: no content type',
  )
  const { 'word/numbering.xml': _, ...without } = parts
  expect(faultsOf(zipSync(without))).toContain('word/_rels/document.xml.rels: numbering.xml is not there')
})
