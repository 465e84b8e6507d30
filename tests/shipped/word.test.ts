import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { builtOnce } from '../support/built-once.ts'
import { faultsOf } from '../support/office-package.ts'

/** The Word files of the report in source/. */
const { out, artifacts } = await builtOnce('source')
const paths = artifacts.flatMap(({ path, format }) => (format === 'docx' ? [path] : []))
const files = new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(out, path)))]))

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
