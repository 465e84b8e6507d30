import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hashOf } from './script-hash.ts'

/** What shows a deck: reveal.js with its speaker view, as it is installed. */
export interface Runtime {
  style: string
  script: string
  /** Of the script of the speaker's window, which a deck opens and writes. */
  speakerHash: string
}

/** Reads the runtime, once. */
export function revealRuntime(): Promise<Runtime> {
  runtime ??= readRuntime()
  return runtime
}

let runtime: Promise<Runtime> | undefined

async function readRuntime(): Promise<Runtime> {
  const folder = dirname(createRequire(import.meta.url).resolve('reveal.js/package.json'))
  const read = (file: string) => readFile(join(folder, file), 'utf8')
  const [style, reveal, notes] = await Promise.all([
    read('dist/reveal.css'),
    read('dist/reveal.js'),
    read('plugin/notes/notes.js'),
  ])
  return { style, script: inlined(`${reveal}\n${notes}`), speakerHash: hashOf(speakerScript(notes)) }
}

/** A script that may stand inside a page: nothing in it ends its element or begins a comment. Both are in strings and patterns. */
const inlined = (script: string) => script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

/** The script of the speaker's window, which notes.js holds as part of a string. */
function speakerScript(notes: string): string {
  const literal = /<script>(.*?)<\\\/script>/s.exec(notes)?.[1]
  if (literal === undefined) throw new Error('reveal.js: notes.js holds no script of the speaker view')
  return JSON.parse(`"${literal}"`) as string
}
