import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../src/update/changes.ts'
import { cells, said, withData } from '../updated.ts'

/** Boats by harbour, kind and year, as Statistics Denmark writes them. */
const danish = `CHARSET="ANSI";
AXIS-VERSION="2013";
CODEPAGE="iso-8859-1";
LANGUAGE="da";
LANGUAGES="da","en";
CREATION-DATE="20260228 09:00";
DECIMALS=0;
MATRIX="SKIB1";
SUBJECT-AREA="Søfart";
TITLE="Både efter havn, type og tid";
TITLE[en]="Boats by harbour, type and time";
CONTENTS="Både";
UNITS="antal";
STUB="havn","type";
STUB[en]="harbour","type";
HEADING="tid";
HEADING[en]="time";
VALUES("havn")="Nordhavn","Sydhavn","Østhavn";
VALUES[en]("harbour")="Northport","Southport","Easton";
VALUES("type")="Motor","Sejl";
VALUES[en]("type")="Motor","Sail";
VALUES("tid")="2025","2026";
VALUES[en]("time")="2025","2026";
CODES("havn")="101","102","103";
CODES("type")="M","S";
TIMEVAL("tid")=TLIST(A1),"2025","2026";
LAST-UPDATED="20260301 08:00";
SOURCE="Danmarks Statistik";
NOTE="Foreløbige tal; se "
"også statistikbanken.#Ny linje";
DATASYMBOL2="fortroligt";
DATA=
1200 1310
1 2
660 670.0
3 4
640 ".."
5 "-";
`

const mapped = `table: Table 1
rows: { from: havn, names: { Nordhavn: Northport, "102": Southport, Østhavn: Easton } }
columns: { from: tid, names: { "2025": null, "2026": Boats } }
pick: { type: M }
`

const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('a PX file', () => {
  test('gives its values with their lines, its date and its source; a missing value keeps the reason it gives', async () => {
    const source = await withData({ 'boats.px': latin1(danish), 'boats.yaml': `${mapped}allow: [missing-values]\n` })
    expect(source.update.problems.map(said)).toEqual([])
    expect(
      changesOf(source.report).map(({ row, after, file, fileLine, date, source }) => [
        row,
        after,
        file,
        fileLine,
        date,
        source,
      ]),
    ).toEqual([
      ['Northport', '1,310 (48.0%)', 'data/boats.px', 33, '2026-03-01', 'Danmarks Statistik'],
      ['Southport', '670 (26.4%)', 'data/boats.px', 35, '2026-03-01', 'Danmarks Statistik'],
      ['Total', '2,620 (100.0%)', 'data/boats.px', expect.any(Number), '2026-03-01', 'Danmarks Statistik'],
    ])
    expect(source.update.doubts.map(said)).toContain(
      'boats.px:37:5 Table 1, Easton, Boats keeps "640 (25.6%)": its new value is missing; found .. (fortroligt)',
    )
  })

  test('in another of its languages needs no new names', async () => {
    const yaml =
      'table: Table 1\nlanguage: en\nrows: { from: harbour }\ncolumns: { from: time, names: { "2025": Boats, "2026": null } }\npick: { type: Sail }\nallow: [large-changes, missing-values]\n'
    const source = await withData({ 'boats.px': latin1(danish), 'boats.yaml': yaml })
    expect(source.update.problems.map(said)).toEqual([])
    expect(cells(source).map((row) => row[1])).toEqual(['1 (48.0%)', '3 (26.4%)', '5 (25.6%)', '9 (100.0%)'])
  })

  test('in another language has the codes and keys of the first', async () => {
    const keyed = danish
      .replace('DATA=\n1200', 'KEYS("havn")=VALUES;\nKEYS("type")=CODES;\nDATA=\n1200')
      .replace(/DATA=[\s\S]*/, 'DATA=\n"Sydhavn","M",660 670\n"Nordhavn","M",1200 1310\n"Østhavn","M",640 640;\n')
    const yaml =
      'table: Table 1\nlanguage: en\nrows: { from: harbour, names: { "103": Easton } }\ncolumns: { from: time, names: { "2025": ~, "2026": Boats } }\npick: { type: M }\n'
    for (const text of [danish.replace('".."', '640'), keyed]) {
      const source = await withData({ 'boats.px': latin1(text), 'boats.yaml': yaml })
      expect(source.update.problems.map(said)).toEqual([])
      expect(cells(source).map((row) => row[1])).toEqual([
        '1,310 (48.0%)',
        '670 (26.4%)',
        '640 (25.6%)',
        '2,620 (100.0%)',
      ])
    }
  })

  test('in the shape of the table needs no mapping: what stands beside the rows is the rows', async () => {
    const text = `CHARSET="ANSI";
STUB="Harbour";
HEADING="What","Year";
VALUES("Harbour")="Northport","Southport","Easton";
VALUES("What")="Boats","Quay";
VALUES("Year")="2026";
LAST-UPDATED="20260301 08:00";
SOURCE="Statistics Finland";
DATA=1310 24.5 660 20.0 640 25.3;
`
    const source = await withData({ 'table-1.px': text })
    expect(source.update.problems.map(said)).toEqual([])
    expect(changesOf(source.report).map(({ after }) => after)).toEqual(['1,310 (48.0%)', '2,610 (100.0%)'])
  })

  test('with KEYS, whose rows without numbers are left out: they are missing, not 0', async () => {
    const text = `STUB="Harbour";
HEADING="What";
VALUES("Harbour")="Northport","Southport","Easton";
CODES("Harbour")="N","S","E";
KEYS("Harbour")=CODES;
VALUES("What")="Boats","Quay";
LAST-UPDATED="20260301 08:00";
SOURCE="Hagstofa";
DATA=
"N",1310 24.5
"E",640 25.3
;
`
    const source = await withData({ 'table-1.px': text })
    expect(source.update.problems.map(said)).toEqual([
      'table-1.px:9:1 is missing: Table 1, Southport, Boats has a value; found an empty cell (the file leaves its row out of DATA)',
      'table-1.px:9:1 is missing: Table 1, Southport, Quay has a value; found an empty cell (the file leaves its row out of DATA)',
    ])
    expect(changesOf(source.report)).toEqual([])
  })

  test.each([
    ['UTF-8, whatever it names', Buffer.from(danish), []],
    [
      'Windows-1252 by its bytes, told',
      latin1(danish.replace(/CODEPAGE.*\n|CHARSET.*\n/g, '')),
      ['boats.px:1 is not UTF-8 and was read as Windows-1252'],
    ],
    ['Windows-1252 as it says, not told', latin1(danish.replace(/CODEPAGE.*\n/g, '')), []],
    ['another that it names', latin1(danish.replace('iso-8859-1', 'iso-8859-15')), []],
  ])('in %s', async (_, bytes, doubts) => {
    const source = await withData({ 'boats.px': bytes, 'boats.yaml': `${mapped}allow: [missing-values]\n` })
    expect(source.update.problems.map(said)).toEqual([])
    expect(source.update.doubts.map(said).filter((each) => /UTF-8/.test(each))).toEqual(doubts)
    expect(cells(source)[0]![1]).toBe('1,310 (48.0%)')
  })
})

describe('bad input', () => {
  test.each<[string, string, string[]]>([
    [
      'a file that is cut off within its numbers',
      danish.slice(0, danish.indexOf('640')),
      ['boats.px:36:4 ends within DATA; found the end of the file; DATA begins at line 32'],
    ],
    [
      'a file that is cut off within a text',
      danish.slice(0, danish.indexOf('Statistik";')),
      ['boats.px:28:8 has a quote that is not closed; found "Danmarks '],
    ],
    ['too few numbers', danish.replace('1 2\n', '1\n'), ['boats.px:38:3 has too few values; found 11 values']],
    ['too many numbers', danish.replace('1 2\n', '1 2 3\n'), ['boats.px:38:3 has too many values; found 13 values']],
    ['what are no numbers', danish.replace('1 2\n', 'x 1,5\n'), ['boats.px:38:3 has too many values; found 13 values']],
    [
      'several that are no numbers',
      danish.replace('1 2\n', 'x "n/a"\n'),
      ['boats.px:34:1 is no value; found x', 'boats.px:34:3 is no value; found "n/a"'],
    ],
    [
      'a dimension without values, and another number of codes',
      danish.replace('VALUES("type")', 'VALUES("typ")').replace('"101","102","103"', '"101","102"'),
      [
        'boats.px:14:6 has another number of CODES than of VALUES for "havn"; found 2 codes, 3 values',
        'boats.px:14:13 has no VALUES("type"); found type; nearest typ',
      ],
    ],
    [
      'neither stub nor data',
      'CHARSET="ANSI";\nTITLE="x";\n',
      ['boats.px:2 has no STUB or HEADING; found CHARSET, TITLE', 'boats.px:2 has no DATA; found CHARSET, TITLE'],
    ],
    ['what is no PX', 'Harbour;Boats\nNorthport;1\n;', ['boats.px:1:1 is not valid PX; found Harbour']],
    [
      'UTF-8 that it names and is not',
      danish.replace('iso-8859-1', 'utf-8'),
      ['boats.px:9:16 is not UTF-8; found byte 0xf8'],
    ],
    [
      'an encoding that there is not',
      danish.replace('iso-8859-1', 'cp-nine'),
      [
        'boats.px:3:11 is not in the encoding that it names; found CODEPAGE="cp-nine": The "cp-nine" encoding is not supported',
      ],
    ],
    [
      'more values than there can be',
      `STUB="a";HEADING="b";VALUES("a")=${Array(2000).fill('"x"')};VALUES("b")=${Array(2000).fill('"y"')};DATA=1;`,
      ['boats.px:1:16046 has too many values; found 2000 × 2000 values'],
    ],
  ])('%s', async (_, text, expected) => {
    const source = await withData({ 'boats.px': latin1(text), 'boats.yaml': mapped })
    expect(source.update.problems.map(said)).toEqual(expected)
    expect(changesOf(source.report)).toEqual([])
  })

  test('a language that it has not', async () => {
    const { update } = await withData({ 'boats.px': latin1(danish), 'boats.yaml': `${mapped}language: en-GB\n` })
    expect(update.problems.map(said)).toEqual(['boats.px:1 is not in the language "en-GB"; found en-GB; nearest en'])
  })

  test('a key that its dimension has not, and rows of DATA that are too short', async () => {
    const text = (data: string) =>
      `STUB="H";\nHEADING="W";\nVALUES("H")="Northport","Easton";\nKEYS("H")=VALUES;\nVALUES("W")="Boats","Quay";\nDATA=\n${data};\n`
    const told = async (data: string) => (await withData({ 'table-1.px': text(data) })).update.problems.map(said)
    expect(await told('"Nortport",1 2\n"Estn",3 4\n')).toEqual([
      'table-1.px:7:1 has a key that "H" has not; found Nortport; nearest Northport',
      'table-1.px:8:1 has a key that "H" has not; found Estn; nearest Easton',
    ])
    expect(await told('"Northport",1 2\n"Easton",3\n')).toEqual([
      'table-1.px:8:10 has a row of DATA with too few values; found 5 texts and numbers',
    ])
  })
})
