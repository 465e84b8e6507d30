import { expect, test } from 'vitest'
import { prisme } from '../support/command.ts'
import { makeSource } from '../support/source.ts'

const build = (folder: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  prisme(folder, ['build', ...args], { env })

const audience = (theme: string, template: string) => `title: A
kicker: A
documents:
  - { name: brief, template: briefs/${template}.md.hbs, theme: ${theme}, formats: [html], limits: { words: 5 } }
  - { name: notat, template: briefs/kort.md.hbs, theme: ${theme}, formats: [md, html], limits: { words: 1 } }
`

/** Long documents and short ones, some over their limits and some that fail. */
const files = {
  'templates/briefs/lang.md.hbs': `# Lang\n\n${'{{section "Indledning"}}\n\n'.repeat(300)}`,
  'templates/briefs/kort.md.hbs': '# Kort\n\nTre korte ord\n',
  'audiences/a.yaml': audience('standard', 'lang'),
  'audiences/b.yaml': audience('standrad', 'kort'),
  'audiences/c.yaml': audience('standrad', 'lang'),
  'audiences/d.yaml': audience('standard', 'nogen'),
}

test('what is told, and its order, is the same with any number of jobs', async () => {
  const { folder } = makeSource(files)
  const runs = await Promise.all([
    build(folder, ['--jobs', '1', '--out', 'one']),
    build(folder, ['--jobs', '8', '--out', 'eight']),
    build(folder, ['--jobs', '1', '--json', '--out', 'one-more']),
    build(folder, ['--jobs', '8', '--json', '--out', 'eight-more']),
  ])
  const [one, eight, oneMore, eightMore] = runs
  expect(one.code).toBe(2)
  expect(eight).toEqual(one)
  expect(eightMore).toEqual(oneMore)
  const { artifacts, failures } = JSON.parse(oneMore.stdout)
  const paths = (all: { path: string }[]) => all.map(({ path }) => path)
  expect(paths(artifacts)).toEqual([
    'a/brief.html',
    'a/notat.md',
    'a/notat.html',
    'alle/brief.html',
    'd/notat.md',
    'd/notat.html',
  ])
  expect(paths(failures)).toEqual([
    'b/brief.html',
    'b/notat.md',
    'b/notat.html',
    'c/brief.html',
    'c/notat.md',
    'c/notat.html',
    'd/brief.html',
  ])
  for (const line of ['b.yaml:4:', 'b.yaml:5:', 'c.yaml:4:', 'c.yaml:5:']) expect(one.stderr).toContain(line)
})

test.each(['0', '-1', '1.5', 'two', '1e3', '1000'])('--jobs %s is an error that says what is allowed', async (jobs) => {
  const { code, stderr } = await build(makeSource().folder, [`--jobs=${jobs}`])
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /--jobs is not a number of documents\n +found +\S+\n +expected +a whole number from 1 to 999\n$/,
  )
})

test.each(['yesterday', '-1', '1.5', '2020-07-01', '253402300800'])(
  'SOURCE_DATE_EPOCH=%s is an error that says what is expected',
  async (seconds) => {
    const { code, stderr } = await build(makeSource().folder, [], { SOURCE_DATE_EPOCH: seconds })
    expect(code).toBe(2)
    expect(stderr).toMatch(/SOURCE_DATE_EPOCH is not a time\n +found +\S+\n +expected +whole seconds since 1970/)
  },
)
