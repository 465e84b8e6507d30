// Times the stages of a build on the report in source/, and the whole command with its peak memory, browser included.
// The peers are measured in the same run where they are installed. Usage: npm run bench [runs]
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, launchBrowser } from '../dist/build/browser.js'
import { prepareBuild } from '../dist/build/run.js'
import { dresses } from '../dist/build/themes.js'
import { foldersOf } from '../dist/cli/folders.js'
import { modelReport } from '../dist/model/model.js'
import { readReport } from '../dist/read/read.js'
import { renderHtml } from '../dist/render/html/html.js'
import { finishPdf } from '../dist/render/pdf/finish.js'
import { Printer } from '../dist/render/pdf/printer.js'
import { tailorDocument } from '../dist/tailor/tailor.js'

const runs = Number(process.argv[2] ?? 3)
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
const ms = (value) => `${value.toFixed(0).padStart(7)} ms`

const stages = new Map()
async function stage(name, run) {
  const start = performance.now()
  const result = await run()
  const spent = stages.get(name) ?? []
  spent.push(performance.now() - start)
  stages.set(name, spent)
  return result
}

const folders = foldersOf({ source: 'source' })
for (let run = 0; run < runs; run++) await build()

async function build() {
  const prepared = await prepareBuild(folders, {})
  const read = await stage('read', () =>
    readReport(prepared.source.text, 'report.md', prepared.source.profile.language),
  )
  await stage('model', () => modelReport(read, prepared.source.profile))
  const printer = new Printer(async () => launchBrowser(await findBrowser()))
  await stage('start the browser', () => printer.print('<!doctype html><title>warm</title>'))
  const documents = await stage('tailor', () =>
    Promise.all(
      prepared.documents.map(async ({ audience, document, edition }) => {
        const made = await tailorDocument(audience, document, edition, prepared.material, folders.templates)
        return made.document
      }),
    ),
  )
  const dress = dresses(folders.templates)
  const pages = await stage('html', () =>
    Promise.all(
      documents.map(async (document) => {
        const { theme, layout } = await dress(document.theme, {})
        return renderHtml(document, theme, layout)
      }),
    ),
  )
  const printed = await stage('print', async () => {
    const all = []
    for (const html of pages) all.push((await printer.print(html)).pdf)
    return all
  })
  const finished = await stage('finish', () =>
    Promise.all(printed.map((pdf, at) => finishPdf(pdf, documents[at], new Date(0)))),
  )
  stages.set('pages', [finished.reduce((sum, { pages: count }) => sum + count, 0)])
  await printer.close()
}

const pages = stages.get('pages')[0]
stages.delete('pages')
console.log(`Stages, median of ${runs}, in one process (the first run pays for cold code):`)
for (const [name, spent] of stages) console.log(`  ${name.padEnd(20)} ${ms(median(spent))}`)
console.log(`  pages printed        ${String(pages).padStart(7)}`)

const whole = []
let peak = 0
for (let run = 0; run < runs; run++) {
  const { wall, memory } = await measure(process.execPath, [
    'bin/prisme.js',
    'build',
    '--quiet',
    '--out',
    mkdtempSync(join(tmpdir(), 'prisme-bench-')),
  ])
  whole.push(wall)
  peak = Math.max(peak, memory)
}
const files = countFiles()
console.log(
  `\nprisme build, ${files} files:   ${ms(median(whole))}, peak ${(peak / 2 ** 20).toFixed(0)} MB with the browser (limit 10000 ms, 1024 MB)`,
)

const model = []
for (let run = 0; run < runs; run++)
  model.push((await measure(process.execPath, ['bin/prisme.js', 'model', '--json'])).wall)
console.log(`prisme model:               ${ms(median(model))}`)
if (spawnSync('pandoc', ['--version']).status === 0) {
  const pandoc = []
  for (let run = 0; run < runs; run++) pandoc.push((await measure('pandoc', ['source/report.md', '-t', 'html'])).wall)
  console.log(
    `pandoc → html (no tables):  ${ms(median(pandoc))}, prisme model is ${(median(model) / median(pandoc)).toFixed(2)} times that`,
  )
} else {
  console.log('pandoc is not installed: no peer to compare with')
}

/** Runs a command; its wall time, and the peak memory of it and all its children, sampled where /proc tells it. */
function measure(command, args) {
  return new Promise((done) => {
    const start = performance.now()
    const child = spawn(command, args, { stdio: 'ignore' })
    let memory = 0
    const timer = setInterval(() => {
      memory = Math.max(memory, treeMemory(child.pid))
    }, 50)
    child.on('exit', () => {
      clearInterval(timer)
      done({ wall: performance.now() - start, memory })
    })
  })
}

/** Proportional memory of a process and its descendants in bytes: pages they share count once. */
function treeMemory(root) {
  try {
    const parents = new Map(
      readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => [Number(pid), parentOf(pid)]),
    )
    const inTree = (pid) => pid === root || (parents.has(pid) && parents.get(pid) > 1 && inTree(parents.get(pid)))
    return [...parents.keys()].filter(inTree).reduce((sum, pid) => sum + proportional(pid), 0)
  } catch {
    return 0
  }
}

function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    return 0
  }
}

function proportional(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

function countFiles() {
  const out = mkdtempSync(join(tmpdir(), 'prisme-bench-'))
  const said = execFileSync(process.execPath, ['bin/prisme.js', 'build', '--json', '--out', out])
  rmSync(out, { recursive: true })
  return JSON.parse(said).artifacts.length
}
