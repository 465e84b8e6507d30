/** An operand of a content stream: names begin with "/", strings are bytes. */
export type Operand = number | string | boolean | null | Uint8Array | Operand[] | Map<string, Operand>

/** An operator with what stands before it, and where both stand in the stream. */
export interface Operation {
  operator: string
  operands: Operand[]
  /** Of the first operand's first byte. */
  start: number
  /** After the operator's last byte. */
  end: number
}

/**
 * The operations of a content stream (ISO 32000-1, 7.8.2), in order. The data of an inline image are left out: "BI" has
 * its dictionary, "EI" ends after the image. What is not well formed is read as far as it goes, never refused.
 */
export function* operationsOf(bytes: Uint8Array): Generator<Operation> {
  const reader = new Reader(bytes)
  let operands: Operand[] = []
  let start = -1
  for (;;) {
    const from = reader.skipSpace()
    const token = reader.next()
    if (token === undefined) return
    if (start < 0) start = from
    if (!(token instanceof Keyword)) {
      operands.push(token)
      continue
    }
    yield { operator: token.word, operands, start, end: reader.at }
    if (token.word === 'ID') reader.skipImage()
    operands = []
    start = -1
  }
}

class Keyword {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}

const keywords = new Map<string, Keyword>()

function keyword(word: string): Keyword {
  const known = keywords.get(word) ?? new Keyword(word)
  if (keywords.size < 1000) keywords.set(word, known)
  return known
}

function numberOf(word: string): number | undefined {
  const value = Number(word)
  return Number.isNaN(value) ? undefined : value
}

const literals = new Map<string, boolean>([
  ['true', true],
  ['false', false],
])
const powers = Array.from({ length: 16 }, (_, power) => 10 ** power)
const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

const space = tableOf('\0\t\n\f\r ')
const delimiter = tableOf('()<>[]{}/%')
const closing = new Set([0x5d, 0x3e, 0x29, 0x7d])

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}

class Reader {
  at = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  next(): Operand | Keyword | undefined {
    const { bytes } = this
    this.skipSpace()
    if (this.at >= bytes.length) return undefined
    const byte = bytes[this.at]!
    if (byte === 0x2f) return this.name()
    if (byte === 0x28) return this.literalString()
    if (byte === 0x5b) return this.array()
    if (byte === 0x3c) return bytes[this.at + 1] === 0x3c ? this.dictionary() : this.hexString()
    if (delimiter[byte]) {
      this.at += 1
      return this.next()
    }
    const isNumber = byte <= 0x39 && byte !== 0x27 && byte !== 0x22
    const plain = isNumber ? this.plainNumber() : undefined
    if (plain !== undefined) return plain
    const word = this.word()
    if (isNumber) return numberOf(word) ?? keyword(word)
    return word === 'null' ? null : (literals.get(word) ?? keyword(word))
  }

  /** A number of few digits, which is exact this way; another is left where it is. */
  private plainNumber(): number | undefined {
    const { bytes } = this
    let at = this.at
    const negative = bytes[at] === 0x2d
    if (negative) at += 1
    const first = at
    let digits = 0
    let point = -1
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at]!
      if (byte >= 0x30 && byte <= 0x39) digits = digits * 10 + byte - 0x30
      else if (byte === 0x2e && point < 0) point = at
      else if (space[byte] || delimiter[byte]) break
      else return undefined
    }
    if (at - first > 15 || at - first === (point < 0 ? 0 : 1)) return undefined
    const value = point < 0 ? digits : digits / powers[at - point - 1]!
    this.at = at
    return negative ? -value : value
  }

  /** To the end of an inline image's data: "EI" between white space. */
  skipImage(): void {
    const { bytes } = this
    for (let at = this.at + 1; at < bytes.length - 1; at += 1) {
      const ends = bytes[at] === 0x45 && bytes[at + 1] === 0x49
      const alone = space[bytes[at - 1]!] && (at + 2 >= bytes.length || space[bytes[at + 2]!])
      if (ends && alone) {
        this.at = at
        return
      }
    }
    this.at = bytes.length
  }

  /** Past white space and comments, to where the next token begins. */
  skipSpace(): number {
    const { bytes } = this
    for (; this.at < bytes.length; this.at += 1) {
      if (bytes[this.at] === 0x25) while (this.at < bytes.length && !lineEnd(bytes[this.at]!)) this.at += 1
      else if (!space[bytes[this.at]!]) break
    }
    return this.at
  }

  private word(): string {
    const { bytes } = this
    let word = ''
    for (; this.at < bytes.length && !space[bytes[this.at]!] && !delimiter[bytes[this.at]!]; this.at += 1)
      word += String.fromCharCode(bytes[this.at]!)
    return word
  }

  private name(): string {
    this.at += 1
    return `/${this.word().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`
  }

  private array(): Operand[] {
    this.at += 1
    const items: Operand[] = []
    while (!this.closes(0x5d)) {
      const item = this.next()
      if (item === undefined) break
      if (!(item instanceof Keyword)) items.push(item)
    }
    return items
  }

  private dictionary(): Map<string, Operand> {
    this.at += 2
    const entries = new Map<string, Operand>()
    while (!this.closes(0x3e)) {
      const key = this.next()
      const value = this.closes(0x3e) ? undefined : this.next()
      if (key === undefined || value === undefined) break
      if (typeof key === 'string' && !(value instanceof Keyword)) entries.set(key, value)
    }
    if (this.bytes[this.at] === 0x3e) this.at += 1
    return entries
  }

  /** Whether the next byte closes what is open; then it is passed. Another closing byte closes it too, and stays. */
  private closes(byte: number): boolean {
    this.skipSpace()
    const found = this.bytes[this.at]
    if (found === byte) this.at += 1
    return found === undefined || closing.has(found)
  }

  private literalString(): Uint8Array {
    const { bytes } = this
    const out: number[] = []
    let depth = 1
    this.at += 1
    for (; this.at < bytes.length; this.at += 1) {
      const byte = bytes[this.at]!
      if (byte === 0x5c) {
        this.at += 1
        this.escaped(out)
        continue
      }
      if (byte === 0x28) depth += 1
      if (byte === 0x29) depth -= 1
      if (depth === 0) break
      out.push(byte)
    }
    this.at += 1
    return Uint8Array.from(out)
  }

  /** What follows a backslash; a line end after one is no character. */
  private escaped(out: number[]): void {
    const { bytes } = this
    const byte = bytes[this.at]
    if (byte === undefined) return
    if (byte === 13) {
      if (bytes[this.at + 1] === 10) this.at += 1
    } else if (byte >= 0x30 && byte <= 0x37) {
      let octal = 0
      let digits = 0
      for (; digits < 3 && bytes[this.at + digits]! >= 0x30 && bytes[this.at + digits]! <= 0x37; digits += 1)
        octal = octal * 8 + bytes[this.at + digits]! - 0x30
      this.at += digits - 1
      out.push(octal & 0xff)
    } else if (byte !== 10) out.push(escapes[String.fromCharCode(byte)] ?? byte)
  }

  private hexString(): Uint8Array {
    const { bytes } = this
    const found = bytes.indexOf(0x3e, this.at)
    const end = found < 0 ? bytes.length : found
    const out = new Uint8Array((end - this.at) >> 1) // a digit without another stands before a zero
    let digits = 0
    for (let at = this.at + 1; at < end; at += 1) {
      const digit = hexDigits[bytes[at]!]!
      if (digit > 15) continue
      out[digits >> 1]! |= digits & 1 ? digit : digit << 4
      digits += 1
    }
    this.at = Math.min(end + 1, bytes.length)
    const size = (digits + 1) >> 1
    return size === out.length ? out : out.subarray(0, size)
  }
}

const hexDigits = new Uint8Array(256).fill(255)
for (let digit = 0; digit < 16; digit += 1) {
  const character = digit.toString(16)
  hexDigits[character.charCodeAt(0)] = digit
  hexDigits[character.toUpperCase().charCodeAt(0)] = digit
}

const lineEnd = (byte: number) => byte === 10 || byte === 13
