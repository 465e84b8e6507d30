import { Problem } from '../input/problem.ts'

/** A text in quotes, or a bare word or number, of a PX file. */
export interface PxToken {
  kind: 'text' | 'word'
  text: string
  line: number
  column: number
}

/** `VALUES[en]("region")="North","South";` */
export interface PxEntry {
  keyword: string
  /** Of a file in several languages; null for the first. */
  language: string | null
  /** What stands in brackets behind the keyword. */
  of: string[]
  values: PxToken[]
  line: number
  column: number
}

/**
 * The entries of a PX file. Texts that follow each other without a comma are one, as long ones are written; `#` in them is a new
 * line.
 *
 * @throws {Problem} where the text is not of that form: a quote or an entry that is not closed
 */
export function pxEntries(text: string, shown: string): PxEntry[] {
  const tokens = tokensOf(text, shown)
  const entries: PxEntry[] = []
  let at = 0
  while (at < tokens.length) {
    const end = tokens.findIndex((token, index) => index >= at && token.kind === 'sign' && token.text === ';')
    if (end < 0) throw unfinished(tokens[at]!, text, shown)
    entries.push(entryOf(tokens.slice(at, end), tokens[end]!, shown))
    at = end + 1
  }
  return entries
}

type Token = Omit<PxToken, 'kind'> & { kind: PxToken['kind'] | 'sign' }

function tokensOf(text: string, shown: string): Token[] {
  const pattern = /(\n)|[^\S\n]+|("(?:[^"]*)")|([=,;()[\]])|([^\s"=,;()[\]]+)|(")/g
  const tokens: Token[] = []
  let [line, lineStart] = [1, 0]
  for (const match of text.matchAll(pattern)) {
    const [whole, newLine, quoted, sign, word, open] = match
    const place = { line, column: match.index - lineStart + 1 }
    if (open)
      throw new Problem('has a quote that is not closed', {
        file: shown,
        ...place,
        found: text.slice(match.index, match.index + 40).split('\n')[0],
        expected: '" at the end of a text',
      })
    if (newLine) [line, lineStart] = [line + 1, match.index + 1]
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1), ...place })
    else if (sign) tokens.push({ kind: 'sign', text: sign, ...place })
    else if (word) tokens.push({ kind: 'word', text: word, ...place })
    if (quoted?.includes('\n')) {
      line += quoted.split('\n').length - 1
      lineStart = match.index + whole.lastIndexOf('\n') + 1
    }
  }
  return tokens
}

function entryOf(tokens: Token[], end: Token, shown: string): PxEntry {
  const [first] = tokens
  const equals = tokens.findIndex(({ kind, text }) => kind === 'sign' && text === '=')
  if (first?.kind !== 'word' || equals < 0) {
    const { line, column, text } = first ?? end
    throw new Problem('is not valid PX', { file: shown, line, column, found: text, expected: 'KEYWORD="…";' })
  }
  const head = tokens.slice(1, equals)
  const language = head[0]?.text === '[' ? (head[1]?.text ?? null) : null
  const of = head.filter(({ kind }) => kind === 'text').map(({ text }) => text)
  const { line, column } = first
  const keyword = first.text.toUpperCase()
  return { keyword, language, of, values: joined(tokens.slice(equals + 1), keyword !== 'DATA'), line, column }
}

/** The values of an entry, what a long text was divided into as one; signs between them say nothing more. */
function joined(tokens: Token[], joins: boolean): PxToken[] {
  const values: PxToken[] = []
  tokens.forEach((token, at) => {
    const { kind, ...rest } = token
    if (kind === 'sign') return
    const isRest = joins && kind === 'text' && tokens[at - 1]?.kind === 'text'
    if (isRest) values.at(-1)!.text += rest.text
    else values.push({ kind, ...rest })
  })
  return values
}

function unfinished(first: Token, text: string, shown: string): Problem {
  const lines = text.trimEnd().split('\n')
  return new Problem(`ends within ${first.text}`, {
    file: shown,
    line: lines.length,
    column: lines.at(-1)!.length + 1,
    found: `the end of the file; ${first.text} begins at line ${first.line}`,
    expected: '";" behind each entry: the file was cut off',
  })
}
