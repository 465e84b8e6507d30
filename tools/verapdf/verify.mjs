/**
 * Validates PDFs against PDF/UA-1 with veraPDF and prints file, rule and count: `npm run verify:pdfua [FILE|FOLDER…]`,
 * without a name every PDF in `out/`. Needs Java 11 or newer and Maven, which fetches veraPDF's libraries from Maven
 * Central once, into `node_modules/.cache`. Ends with 0 if no rule failed, 1 if one did, 2 if it could not be tried.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const libraries = resolve(here, '../../node_modules/.cache/prisme/verapdf')

const asked = process.argv.slice(2)
const files = (asked.length ? asked : ['out']).flatMap(pdfsIn)
if (!files.length) stop(`There is no PDF in ${asked.join(', ') || 'out'}: run "npm run build" first.`)
for (const [program, option] of [
  ['java', '-version'],
  ['mvn', '-version'],
])
  if (spawnSync(program, [option]).error) stop(`${program} is not there: Java 11 or newer and Maven are needed.`)
fetchLibraries()
report(validate())

function pdfsIn(path) {
  if (!existsSync(path)) stop(`${path}: there is no such file or folder.`)
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true })
    .filter((name) => name.endsWith('.pdf'))
    .sort()
    .map((name) => join(path, name))
}

/** Into a folder beside it first: what was cut off is not taken for whole. */
function fetchLibraries() {
  if (existsSync(libraries)) return
  const partial = `${libraries}.${process.pid}`
  const goal = ['-q', '-B', '-f', join(here, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${partial}`]
  const { status } = spawnSync('mvn', goal, { stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    rmSync(partial, { recursive: true, force: true })
    stop('The libraries of veraPDF could not be fetched from Maven Central.')
  }
  renameSync(partial, libraries)
}

/** The files, each with the rules that failed in it. */
function validate() {
  const run = ['-cp', join(libraries, '*'), join(here, 'Validate.java'), ...files]
  const { status, stdout } = spawnSync('java', run, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  })
  if (status !== 0) stop('veraPDF did not come to an end.')
  const results = []
  for (const line of stdout.split('\n').filter(Boolean)) {
    const [file, rule, count, says, where] = line.split('\t')
    if (file) results.push({ file, rules: [] })
    else results.at(-1).rules.push({ rule, count: Number(count), says, where })
  }
  if (results.length !== files.length) stop(`veraPDF looked at ${results.length} of ${files.length} files.`)
  return results
}

function report(results) {
  for (const { file, rules } of results)
    for (const { rule, count, says, where } of rules) {
      console.log(`${relative('', file)}: rule ${rule} failed, ${count} ${count === 1 ? 'place' : 'places'}`)
      console.log(`  ${says}\n  first at ${where}`)
    }
  const failed = results.filter(({ rules }) => rules.length)
  const rules = failed.reduce((sum, each) => sum + each.rules.length, 0)
  console.log(
    `PDF/UA-1, veraPDF: ${results.length} files, ${results.length - failed.length} passed, ${rules} failed rules`,
  )
  process.exit(failed.length ? 1 : 0)
}

function stop(reason) {
  console.error(reason)
  process.exit(2)
}
