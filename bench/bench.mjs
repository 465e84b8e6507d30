// Times the stages of a build on the report in source/, and the whole command with its peak memory, browser included.
// The peers are measured in the same run where they are installed. Usage: npm run bench [runs]
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { findBrowser, launchBrowser } from '../dist/build/browser.js'
import { prepareBuild } from '../dist/build/prepare.js'
import { dresses } from '../dist/build/themes.js'
import { checkPdf } from '../dist/check/pdf/check.js'
import { foldersOf } from '../dist/cli/folders.js'
import { modelReport } from '../dist/model/model.js'
import { readReport } from '../dist/read/read.js'
import { drawCharts } from '../dist/render/chart/draw.js'
import { renderDocx } from '../dist/render/docx/docx.js'
import { renderHtml } from '../dist/render/html/html.js'
import { renderMarkdown } from '../dist/render/md/md.js'
import { finishPdf } from '../dist/render/pdf/finish.js'
import { Printer } from '../dist/render/pdf/printer.js'
import { runningHeads } from '../dist/render/pdf/running-heads.js'
import { tailorDocument } from '../dist/tailor/tailor.js'
import { mb, measure, median, ms } from './measure.mjs'

const runs = Number(process.argv[2] ?? 3)

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
  const briefs = documents.filter(({ kind }) => kind === 'brief')
  const dress = dresses(folders.templates)
  const dressed = await Promise.all(briefs.map(({ theme }) => dress(theme, {})))
  const drawn = await stage('charts', () =>
    Promise.all(briefs.map(({ tree, language }, at) => drawCharts(tree, dressed[at].theme.brand, language))),
  )
  const pages = await stage('html', () =>
    Promise.all(briefs.map((document, at) => renderHtml(document, dressed[at].theme, dressed[at].layout, drawn[at]))),
  )
  await stage('md', () => briefs.map((document, at) => renderMarkdown(document, dressed[at].theme)))
  await stage('docx', async () => {
    const needs = { date: new Date(0), picture: (svg, width, height) => printer.picture(svg, width, height) }
    for (const [at, document] of briefs.entries()) await renderDocx(document, dressed[at].theme, drawn[at], needs)
  })
  const printed = await stage('print', async () => {
    const all = []
    for (const [at, html] of pages.entries()) {
      const heads = (pdf) => runningHeads(pdf, briefs[at], dressed[at].theme)
      all.push((await printer.print(html, heads)).pdf)
    }
    return all
  })
  const finished = await stage('finish', () =>
    Promise.all(printed.map((pdf, at) => finishPdf(pdf, briefs[at], new Date(0), checkPdf))),
  )
  stages.set('pages', [finished.reduce((sum, { pages: count }) => sum + count, 0)])
  await stage('first pages', async () => {
    for (const { pdf } of finished) await printer.firstPage(pdf, 360)
  })
  await printer.close()
}

const pages = stages.get('pages')[0]
stages.delete('pages')
console.log(`Stages, median of ${runs}, in one process (the first run pays for cold code):`)
for (const [name, spent] of stages) console.log(`  ${name.padEnd(20)} ${ms(median(spent))}`)
console.log(`  pages printed        ${String(pages).padStart(7)}`)
const perPage = (...names) => (names.reduce((sum, name) => sum + median(stages.get(name)), 0) / pages).toFixed(1)
console.log(`  finish, a page       ${perPage('finish').padStart(7)} ms (limit 15 ms)`)
console.log(`  whole path, a page   ${perPage('charts', 'html', 'print', 'finish').padStart(7)} ms (limit 25 ms)`)

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

const decks = decksOnly()
const shown = await timeOf(() =>
  measure(process.execPath, ['bin/prisme.js', 'build', '--quiet', '--source', decks, '--out', join(decks, 'out')], {
    sample: false,
  }),
)
console.log(`all decks in all formats:   ${ms(shown)}   (limit 12000 ms)`)
rmSync(decks, { recursive: true })

console.log('\nprisme model, whole process:')
const one = await timeOf(() => measure(process.execPath, ['bin/prisme.js', 'model', '--json'], { sample: false }))
console.log(`  the report          ${ms(one)}   (limit 1000 ms)`)
const ten = await modelOf(copies(10))
console.log(
  `  10 copies of it     ${ms(ten.wall)}   ${(ten.wall / one).toFixed(1)} times (limit 11), ${mb(ten.memory)}`,
)
const large = await modelOf(copies(7).slice(0, 1_300_000))
console.log(`  1.3 MB of it        ${ms(large.wall)}   (limit 5000 ms), ${mb(large.memory)}`)
if (spawnSync('pandoc', ['--version']).status === 0) {
  const pandoc = await timeOf(() => measure('pandoc', ['source/report.md', '-t', 'html'], { sample: false }))
  console.log(
    `  pandoc → html       ${ms(pandoc)}   prisme model is ${(one / pandoc).toFixed(2)} times that (limit 2), and keeps the tables`,
  )
} else {
  console.log('  pandoc is not installed: no peer to compare with')
}

/** The median time of a command; the first run, which fills the disk's cache, does not count. */
async function timeOf(run) {
  const times = []
  for (let at = 0; at <= runs; at++) times.push((await run()).wall)
  return median(times.slice(1))
}

/** Time and memory of reading a text with the profile of the report. */
async function modelOf(text) {
  const folder = mkdtempSync(join(tmpdir(), 'prisme-bench-'))
  cpSync('source/report.yaml', join(folder, 'report.yaml'))
  writeFileSync(join(folder, 'report.md'), text)
  const measured = []
  for (let run = 0; run < runs; run++)
    measured.push(await measure(process.execPath, ['bin/prisme.js', 'model', '--json', '--source', folder]))
  rmSync(folder, { recursive: true })
  return { wall: median(measured.map(({ wall }) => wall)), memory: Math.max(...measured.map(({ memory }) => memory)) }
}

function copies(count) {
  return `${readFileSync('source/report.md', 'utf8')}\n\n`.repeat(count)
}

/** A source folder with the decks of source/ and nothing else. */
function decksOnly() {
  const folder = mkdtempSync(join(tmpdir(), 'prisme-bench-'))
  cpSync('source', folder, { recursive: true })
  for (const name of readdirSync(join(folder, 'audiences'))) {
    const path = join(folder, 'audiences', name)
    const audience = parse(readFileSync(path, 'utf8'))
    const documents = audience.documents.filter(({ template }) => template.startsWith('decks/'))
    if (documents.length) writeFileSync(path, stringify({ ...audience, documents }))
    else rmSync(path)
  }
  return folder
}

function countFiles() {
  const out = mkdtempSync(join(tmpdir(), 'prisme-bench-'))
  const said = execFileSync(process.execPath, ['bin/prisme.js', 'build', '--json', '--out', out])
  rmSync(out, { recursive: true })
  return JSON.parse(said).artifacts.length
}
