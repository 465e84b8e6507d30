import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { english, french, german, scant, studies } from '../model/infer/reports.ts'
import { prisme as command } from '../support/command.ts'
import { extractedText } from '../support/extracted-report.ts'

const root = mkdtempSync(join(tmpdir(), 'prisme-init-'))
process.on('exit', () => rmSync(root, { recursive: true, force: true }))

const written = [
  'report.md',
  'report.yaml',
  'editorial.yaml',
  'audiences/overview.yaml',
  'templates/briefs/overview.md.hbs',
]

const prisme = (folder: string, ...args: string[]) => command(folder, args)

/** A new folder that holds these files. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(root, 'f-'))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

test.each(Object.entries({ danish: extractedText, english, german, french, studies, ...scant }))(
  'what init makes builds at once, and the report is the same to the byte: %s',
  async (_, text) => {
    const folder = folderWith({ 'x.md': text })
    expect(await prisme(folder, 'init', 'x.md', '--into', 'd')).toMatchObject({ code: 0, stdout: '' })
    // what is quoted where there are no sections has its lock
    expect(filesIn(join(folder, 'd')).filter((name) => name !== 'editorial.lock.yaml')).toEqual([...written].sort())
    expect(readFileSync(join(folder, 'd/report.md'))).toEqual(readFileSync(join(folder, 'x.md')))
    const built = await prisme(folder, 'build', '--source', 'd', '--format', 'html', '--strict', '--quiet')
    expect(built).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(existsSync(join(folder, 'out/overview/overview.html'))).toBe(true)
  },
)

test('the document shows what the report says', async () => {
  const folder = folderWith({ 'x.md': english, 'y.md': scant['one paragraph']! })
  const shown = () => readFileSync(join(folder, 'out/overview/overview.html'), 'utf8')
  await prisme(folder, 'init', 'x.md', '--into', 'd')
  expect((await prisme(folder, 'build', '--source', 'd', '--format', 'html')).code).toBe(0)
  for (const words of [
    'The ships that called at Northport were more',
    'Ships by harbour',
    'Buy a crane for {{Eastport}}',
    'It lies idle.',
  ])
    expect(shown()).toContain(words)
  await prisme(folder, 'init', 'y.md', '--into', 'e')
  await prisme(folder, 'build', '--source', 'e', '--format', 'html')
  expect(shown()).toContain('Just one paragraph of text, with {{braces}}, a :directive and tags.')
})

test('stderr ends with what to run next; --json is one document, --quiet nothing', async () => {
  const folder = folderWith({ 'x.md': english })
  const { stderr } = await prisme(folder, 'init', 'x.md', '--into', "it's new/d e")
  expect(stderr).toMatch(/prisme build --source 'it'\\''s new\/d e'\n$/)
  const json = await prisme(folder, 'init', 'x.md', '--into', 'j', '--json')
  expect({ ...JSON.parse(json.stdout), stderr: json.stderr }).toMatchObject({
    folder: 'j',
    files: written,
    profile: { language: 'en', bibliography: 'References' },
    stderr: '',
  })
  expect(await prisme(folder, 'init', 'x.md', '--into', 'q', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('a folder that holds any of the files is refused by their names, and nothing is written', async () => {
  const held = { 'd/report.yaml': 'mine', 'd/audiences/overview.yaml': 'mine', 'd/other.txt': 'mine' }
  const folder = folderWith({ 'x.md': english, ...held })
  const { code, stderr } = await prisme(folder, 'init', 'x.md', '--into', 'd')
  expect(code).toBe(2)
  expect(stderr).toMatch(/^d holds files .*\n +found +report\.yaml, audiences\/overview\.yaml\n/)
  expect(filesIn(join(folder, 'd'))).toEqual(['audiences/overview.yaml', 'other.txt', 'report.yaml'])
  expect(readFileSync(join(folder, 'd/report.yaml'), 'utf8')).toBe('mine')
})

test('a report that stands in the folder already is left there, another is not written over', async () => {
  const folder = folderWith({ 'd/report.md': english, 'd/more/note.txt': 'mine', 'x.md': german })
  expect((await prisme(folder, 'init', 'x.md', '--into', 'd')).stderr).toMatch(/found +report\.md\n/)
  const { code, stdout } = await prisme(folder, 'init', 'd/report.md', '--into', './d/../d', '--json')
  expect({ code, files: JSON.parse(stdout).files }).toEqual({ code: 0, files: written.slice(1) })
  expect(readFileSync(join(folder, 'd/report.md'), 'utf8')).toBe(english)
})

test('what fails half-way takes everything back', async () => {
  const folder = folderWith({ 'x.md': english, 'd/templates': 'a file, where a folder is to be' })
  const { code, stderr } = await prisme(folder, 'init', 'x.md', '--into', 'd')
  expect(code).toBe(2)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(readdirSync(join(folder, 'd'))).toEqual(['templates'])
})

test.each<[string, Record<string, string | Uint8Array>, string[], RegExp]>([
  ['no report', {}, ['x.md', '--into', 'd'], /^x\.md there is no such file/],
  ['an empty report', { 'x.md': ' \n' }, ['x.md', '--into', 'd'], /^x\.md:1:1 is empty/],
  ['not UTF-8', { 'x.md': Buffer.from([0x23, 0x20, 0xe6]) }, ['x.md', '--into', 'd'], /^x\.md:1:3 is not UTF-8/],
  [
    'an unknown language',
    { 'x.md': english },
    ['x.md', '--into', 'd', '--language', 'eng'],
    /unknown language "eng"[\s\S]*nearest +en/,
  ],
  ['no folder', { 'x.md': english }, ['x.md'], /required option '--into <dir>'/],
  ['a file for a folder', { 'x.md': english }, ['x.md', '--into', 'x.md'], /^x\.md is not a folder/],
])('%s: exit 2, the place, nothing written', async (_, files, args, said) => {
  const folder = folderWith(files)
  const { code, stdout, stderr } = await prisme(folder, 'init', ...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(said)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(filesIn(folder)).toEqual(Object.keys(files))
})

test.each(['--in.md', 'a "b" {{c}} #d.md', "it's: 1.markdown", 'æøå', '.md'])('a file called %s', async (name) => {
  const folder = folderWith({ [name]: 'Only text.\n' })
  expect((await prisme(folder, 'init', '--into', 'd', '--quiet', '--', name)).code).toBe(0)
  expect(await prisme(folder, 'build', '--source', 'd', '--format', 'html', '--quiet')).toMatchObject({ code: 0 })
})

test('--language overrides, and help has an example', async () => {
  const folder = folderWith({ 'x.md': english })
  const { stdout } = await prisme(folder, 'init', 'x.md', '--into', 'd', '--language', 'da', '--json')
  expect(JSON.parse(stdout).profile.language).toBe('da')
  expect((await prisme(folder, 'init', '--help')).stdout).toMatch(/prisme init harbour-2024\.md --into harbour/)
})
