// Reads reports that are broken, enormous or meant to do harm, each in a process of its own, and prints what came of it: a model
// (exit 0) or an error that names the place (exit 2), within 60 s and 2 GB. Usage: npm run bench:hostile [name…]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mb, measure, ms } from './measure.mjs'

const n = 50_000
const row = (count, line) => Array.from({ length: count }, (_, at) => line(at)).join('')
/** The report that each name stands for, as text or bytes. */
const reports = {
  empty: () => '',
  'white space only': () => ' \n\t\n  \n',
  'BOM and CRLF': () => '\ufeff# A\r\n\r\nText.\r\n\r\n| a | b |\r\n|---|---|\r\n| c | 1 |\r\n',
  'Latin-1 bytes': () => Buffer.from('# Title\n\nBl\u00e5b\u00e6r\n', 'latin1'),
  'NUL, bidi, zero width': () => '# T\n\nA\0B \u202eevil\u202c zero\u200bwidth\n',
  'a line of 30 MB': () => 'word '.repeat(6_000_000),
  'a line of 30 MB of marks': () => '*a '.repeat(10_000_000),
  'a line of 1 MB': () => `${'word '.repeat(199_000)}\n`,
  '1,000 nested lists': () => row(1000, (at) => `${'  '.repeat(at)}- item\n`),
  '1,000 nested lists in a line': () => `${'- '.repeat(1000)}x\n`,
  '1,000 nested quotes': () => row(1000, (at) => `${'>'.repeat(at + 1)} x\n\n`),
  '50,000 rows with TABs': () => `Name\tValue\tText\n${row(n, (at) => `row ${at}\t${at}\tsome **text** ${at}\n`)}`,
  '50,000 rows with pipes': () =>
    `| Name | Value | Text |\n|---|---|---|\n${row(n, (at) => `| row ${at} | ${at} | some **text** |\n`)}`,
  '50,000 rows in HTML': () => `<table>\n${row(n, (at) => `<tr><td>row ${at}</td><td>${at}</td></tr>\n`)}</table>\n`,
  'a block of open comments': () => `<div>\n${'<!--'.repeat(n)}\n`,
  'a block of comments': () => `<div>\n${'<!-- x -->'.repeat(n)}\n`,
  'spans without end': () => `<table>${row(2000, () => '<tr><td rowspan=65000 colspan=1000>x</td></tr>')}</table>\n`,
  '59,000 list items': () => row(59_000, (at) => `- item ${at}\n`),
  '20,000 headings of one name': () => '# 1 a\n\n'.repeat(20_000),
  '29,000 paragraphs': () => 'word word\n\n'.repeat(29_000),
  '4 MB of text': () =>
    `${'The harbour has twelve boats and *many* nets, see section 1.2. '.repeat(4)}\n\n`.repeat(16_000),
  'unclosed HTML': () => '# A\n\n<div>\n\ntext <b>bold\n\n<table><tr><td>x\n\nmore\n',
  'unclosed comment': () => '# A\n\n<!-- open\n\n# B\n\ntext\n',
  'unclosed fence': () => '# A\n\n```js\ncode\n\n# B\n\ntext\n',
  'unclosed front matter': () => '---\ntitle: X\n\n# A\n\ntext\n\n---\n\n# B\n',
  'an alias bomb': () =>
    `---\na: &a [x,x,x,x,x,x,x,x,x]\n${row(9, (at) => `${'bcdefghij'[at]}: &${'bcdefghij'[at]} [${Array(9).fill(`*${'abcdefghi'[at]}`).join(',')}]\n`)}---\n\n# A\n`,
  'duplicate ids and captions': () => '# 1 A\n\nTable 1: X\n\n|a|\n|-|\n|b|\n\n'.repeat(2000),
  'a heading of 5,000 characters': () => `# ${'word '.repeat(1000)}\n\ntext\n`,
  'circular references': () =>
    '# 1 A\n\nsee [^1] section 1\n\n[^1]: see [^2]\n[^2]: see [^1]\n\n[a]: #a\n\n[a][a] [a]\n',
  'footnotes without text or mark': () => '# A\n\ntext[^9] <sup>3</sup>.\n\n[^1]: never referred to\n',
  ...Object.fromEntries(
    [
      '[',
      '[]',
      '[a](',
      '*a ',
      '**a ',
      'a**b',
      '_a ',
      '*_',
      '`a',
      '<',
      '<a ',
      '<!--',
      '&',
      '![',
      'www.',
      'a@',
      'http://a',
      '~~a ',
      '[^a',
      '|',
      '<b>',
      '<b>x</b>',
      'x<sup>1</sup>',
      'a<br>',
      '&amp;',
      '\\',
      'a-',
      'TABLE 1: ',
      'see section 1.',
      '{#a',
      '<li>',
      '\u00ad',
    ].map((piece) => [`50,000 times ${piece.replace('\u00ad', 'soft hyphen').trim()}`, () => `${piece.repeat(n)}\n`]),
  ),
  '50,000 closed brackets': () => `${'['.repeat(n)}${']'.repeat(n)}\n`,
  '2,000 runs of backticks': () => row(2000, (at) => `${'`'.repeat((at % 300) + 1)} `),
  '5,000 footnotes': () => row(5000, (at) => `[^a${at}]: b\n`) + row(5000, (at) => `x[^a${at}] `),
  '20,000 definitions': () => row(20_000, (at) => `[a${at}]: b\n`),
  '50,000 rules': () => '---\n'.repeat(n),
}

const wanted = process.argv.slice(2)
let failed = 0
for (const [name, text] of Object.entries(reports)) {
  if (wanted.length && !wanted.some((part) => name.includes(part))) continue
  const folder = mkdtempSync(join(tmpdir(), 'prisme-hostile-'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.md'), text())
  writeFileSync(join(folder, 'report.yaml'), 'language: en\n')
  const { wall, memory, code } = await measure(process.execPath, [
    'bin/prisme.js',
    'model',
    '--json',
    '--source',
    folder,
  ])
  rmSync(folder, { recursive: true })
  const good = (code === 0 || code === 2) && wall < 60_000 && memory < 2 * 2 ** 30
  if (!good) failed++
  console.log(`${good ? 'ok    ' : 'FAILED'} exit ${code} ${ms(wall)} ${mb(memory)}  ${name}`)
}
console.log(failed ? `${failed} failed` : 'all within 60 s and 2 GB')
process.exitCode = failed ? 1 : 0
