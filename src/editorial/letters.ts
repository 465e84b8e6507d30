import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/**
 * The letters of a text: what is left of it when everything that another converter sets otherwise is taken away — markup, white
 * space, which dash or quotation mark it is, how lines are broken, how a table is written, the numbers of sections, tables and notes.
 * Two passages say the same words where their letters are equal.
 */
export interface Letters {
  text: string
  /** Where each letter stands in the source, as an offset. */
  places: Uint32Array
  source: string
}

/** A stretch of a source, from an offset up to another, that says nothing: a number that only counts sections or notes. */
export type Stretch = readonly [from: number, to: number]

/**
 * The letters of a Markdown source.
 *
 * @param silent stretches that are passed over, in their order
 * @param references the words before the number of a table, section or the like, in lower case: "table", "section"
 */
export function lettersOf(source: string, silent: readonly Stretch[] = [], references: RegExp | null = null): Letters {
  const places = new Uint32Array(source.length * 2)
  const parts: string[] = []
  let length = 0
  let [last, lastEnd] = ['', 0]
  let next = 0
  const add = (text: string, at: number, end: number) => {
    // two numbers side by side are not one
    if (isDigit(last) && isDigit(text[0]!) && at !== lastEnd) add(' ', at, at)
    parts.push(text)
    // a word that is composed or mended has other letters: the last of them stands at its end
    for (let unit = 0; unit < text.length; unit++)
      places[length++] = unit && unit === text.length - 1 ? end - 1 : Math.min(at + unit, Math.max(at, end - 1))
    last = text.at(-1)!
    lastEnd = end
  }
  const pattern = new RegExp(token, 'guy')
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex
    while (next < silent.length && silent[next]![1] <= at) next++
    if (next < silent.length && silent[next]![0] <= at) {
      pattern.lastIndex = silent[next]![1]
      continue
    }
    const match = pattern.exec(source)
    if (!match) {
      pattern.lastIndex = at + (source.codePointAt(at)! > 0xffff ? 2 : 1)
      continue
    }
    const { word, sign, entity, negative, escaped, symbol } = match.groups!
    if (word) {
      const from = silent[next]?.[0] ?? source.length
      const whole = at + word.length > from ? word.slice(0, from - at) : word
      pattern.lastIndex = at + whole.length
      add(plain(whole), at, pattern.lastIndex)
      if (references) pattern.lastIndex = afterReference(source, at, pattern.lastIndex, references)
    } else if (sign) add('-', at, pattern.lastIndex)
    else if (negative) add(negative.replace(/\s+/g, ''), at, pattern.lastIndex)
    else if (symbol) add(symbol, at, pattern.lastIndex)
    else if (escaped && /[\p{L}\p{N}%‰€$£¥§°<>=+@&]/u.test(escaped)) add(escaped, at, pattern.lastIndex)
    else if (entity) {
      const decoded = characterOf(entity)
      for (const character of decoded) if (kept.test(character)) add(character, at, pattern.lastIndex)
    }
  }
  return { text: parts.join(''), places: places.slice(0, length), source }
}

/** The letters of a text in hand, without their places. */
export const keyOf = (text: string, references: RegExp | null = null): string => lettersOf(text, [], references).text

const isDigit = (character: string) => character >= '0' && character <= '9'

const kept = /[\p{L}\p{N}%‰€$£¥§°±×÷≤≥<>=+@&]/u

/** What the address of a note is called by: Word, pandoc and others. */
const note = '(?:footnote|endnote|noteref|#_?fn|#_?ftn|#_?edn)'

/**
 * What a source is made of, longest first: what is passed over (comments, tags, marks of notes, where links lead, marks at the
 * beginning of a line, rules of tables), then what is kept.
 */
const token = [
  String.raw`<!--[\s\S]*?-->`,
  // a mark of a note, as converters write it: a link with a number
  String.raw`<a\s[^<>]*${note}[^<>]*>\s*(?:<sup>)?\s*\[?\d+\]?\s*(?:</sup>)?\s*</a>`,
  String.raw`\[(?:\\?\[)?\d+(?:\\?\])?\]\((?=[^()\s]*${note})[^()\s]*\)`,
  String.raw`<sup>\s*(?:\d+|[*†‡])(?:\s*,\s*\d+)*\s*</sup>(?=[\s.,;:!?)|<]|$)(?<=[\p{L}.,;:!?)”"’]\s?<sup>[^<]*</sup>)`,
  '</?[A-Za-z][^<>]*>',
  String.raw`\[\^[^\]\s]+\]:?`,
  String.raw`\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)`,
  String.raw`(?<=^|\n)[ \t]*[-=:|+ \t]+(?=\r?\n|$)`,
  String.raw`(?<=^|\n)[ \t]*(?:>[ \t]?|[-*+][ \t]+|#{1,6}[ \t]+(?:\d+(?:\.\d+)*\.?(?=[ \t]))?)+`,
  String.raw`(?<entity>&(?:#\d{1,7}|#x[\da-f]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)`,
  String.raw`\\(?<escaped>[!-/:-@[-${'`'}{-~])`,
  String.raw`(?<negative>\([€$£]?[ \u00a0\u202f]?\d[\d.,'’]*\s?[%‰]?\))`,
  String.raw`(?<word>\d+(?:[.,'’]\d+)*|[\p{L}\p{M}\p{N}\u00ad]+(?:[’'](?=\p{L})[\p{L}\p{M}\p{N}\u00ad]+)*)`,
  String.raw`(?<sign>[-‐‑‒–—−][ \t\u00a0\u202f\u2009]*(?=[€$£]?\d))`,
  '(?<symbol>[%‰€$£¥§°±×÷≤≥<>=+@&])',
].join('|')

/** A word as it is compared: composed, its soft hyphens gone, one kind of apostrophe, ligatures apart. */
function plain(word: string): string {
  return (
    word
      .normalize('NFC')
      .replace(/\u00ad/g, '')
      .replace(/’/g, "'")
      .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
      // the mark of a note; behind a short word it is a power, as in km²
      .replace(/(?<=\p{L}{3})[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+$/u, '')
  )
}

function characterOf(entity: string): string {
  const [, hex, decimal, name] = /^&(?:#x([\da-f]+)|#(\d+)|(\w+));$/i.exec(entity)!
  if (name) return decodeNamedCharacterReference(name) || ''
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** Behind "table" stands the number that it has in this version of the report, and perhaps more: they say nothing. */
function afterReference(source: string, at: number, end: number, references: RegExp): number {
  if (!references.test(source.slice(at, end))) return end
  const rest = /^[.\s\u00a0]*[(#]?\d+(?:[.-]\d+)*\p{Ll}?\)?(?!\p{L}|[.,]?\d|\s?%)/u.exec(source.slice(end, end + 24))
  return rest ? end + rest[0].length : end
}

/** A text with "Table 2" as "Table …": which number it has is no news. */
export function withoutReferences(text: string, references: RegExp): string {
  let [made, at] = ['', 0]
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
    if (index < at) continue
    const end = afterReference(text, index, index + word.length, references)
    if (end === index + word.length) continue
    made += `${text.slice(at, index + word.length)} …`
    at = end
  }
  return made + text.slice(at)
}

/** The words of a stretch of a source as a person reads them: its markup and silent stretches gone, white space folded. */
export function wordsOf({ source }: Letters, [from, to]: Stretch, silent: readonly Stretch[] = []): string {
  let text = ''
  let at = from
  for (const [first, last] of silent) {
    if (last <= at || first >= to) continue
    text += source.slice(at, Math.max(at, first))
    at = Math.max(at, last)
  }
  return (text + source.slice(at, to))
    .replace(/<!--[\s\S]*?-->|\[\^[^\]\s]+\]:?/g, '')
    .replace(/<sup>\s*[\d*†‡, ]+\s*<\/sup>(?=[\s.,;:!?)|<]|$)/g, '')
    .replace(/<\/?[A-Za-z][^<>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/(^|\n)[ \t]*(?:>[ \t]?|[-*+][ \t]+|#{1,6}[ \t]+)+/g, '$1')
    .replace(/&[A-Za-z\d#]+;/g, (entity) => characterOf(entity) || entity)
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[*`|]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
