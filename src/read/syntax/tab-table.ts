import type { CompileContext, Extension as FromMarkdownExtension, Token } from 'mdast-util-from-markdown'
import { list } from 'micromark-core-commonmark'
import { markdownLineEnding } from 'micromark-util-character'
import { codes } from 'micromark-util-symbol'
import type { Code, Construct, Effects, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import type { Plugin, Processor } from 'unified'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    tabTable: 'tabTable'
    tabTableRow: 'tabTableRow'
    tabTableCell: 'tabTableCell'
    tabTableSeparator: 'tabTableSeparator'
    tabTableProbe: 'tabTableProbe'
  }
}

/**
 * Tables whose cells are divided by TABs.
 *
 * - A *row* is a line with a TAB that has something before or after it; a row may begin with a TAB (its first cell is
 *   empty) and end with one (its last is).
 * - A table is a run of rows. Its first line may lack a TAB, or have nothing after it, if a row follows: a header with one cell.
 * - A cell holds inline Markdown. A line that begins as a list item but goes on with a TAB further in is a row too.
 * - Inside fences, HTML blocks and pipe tables TABs mean what they always did.
 *
 * In CommonMark a line that begins with a TAB is indented code; here it is a row. Code indented by spaces stays code.
 */
export const tabTable: Plugin = function (this: Processor) {
  const data = this.data() as { micromarkExtensions?: Extension[]; fromMarkdownExtensions?: FromMarkdownExtension[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), tabTableSyntax]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), tabTableFromMarkdown]
}

const table: Construct = { name: 'tabTable', tokenize: tokenizeTable }
/** Stands before the other blocks that a character may start: a header of one cell would take their first line. */
const tableOfRows: Construct = { ...table }
const nextRow: Construct = { partial: true, tokenize: probeNextLine('anyTab') }
const nextFullRow: Construct = { partial: true, tokenize: probeNextLine('full') }
const tabAfterMarker: Construct = { partial: true, tokenize: probeListItem }
const listUnlessRow: Construct = {
  ...list,
  name: 'listUnlessTabRow',
  tokenize: tokenizeListUnlessRow,
  continuation: { tokenize: tokenizeListContinuation },
}

/** Characters that start a list item, and those that start another CommonMark block but may as well start a row. */
const listMarkers = [codes.asterisk, codes.plusSign, codes.dash, ...digits()]
const alsoBlockMarkers = [codes.asterisk, codes.dash, codes.lessThan, codes.underscore, codes.colon]

export const tabTableSyntax: Extension = {
  document: Object.fromEntries(listMarkers.map((code) => [code, listUnlessRow])),
  flowInitial: { [codes.horizontalTab]: table },
  flow: { null: table, ...Object.fromEntries(alsoBlockMarkers.map((code) => [code, tableOfRows])) },
  disable: { null: ['list'] },
}

export const tabTableFromMarkdown: FromMarkdownExtension = {
  enter: {
    tabTable(token) {
      this.enter({ type: 'table', align: [], children: [], data: { syntax: 'tab' } }, token)
    },
    tabTableRow(token) {
      this.enter({ type: 'tableRow', children: [] }, token)
      cellDone(this, false)
    },
    tabTableCell(token) {
      this.enter({ type: 'tableCell', children: [] }, token)
    },
    tabTableSeparator(token) {
      if (!isCellDone(this)) emptyCell(this, token)
      cellDone(this, false)
    },
  },
  exit: {
    tabTableCell(token) {
      this.exit(token)
      cellDone(this, true)
    },
    tabTableRow(token) {
      if (!isCellDone(this)) emptyCell(this, { ...token, start: token.end })
      this.exit(token)
    },
    tabTable(token) {
      this.exit(token)
    },
  },
}

/** Between two separators stands one cell: has it been seen? */
const isCellDone = (context: CompileContext) => (context.data as { tabCellDone?: boolean }).tabCellDone
function cellDone(context: CompileContext, done: boolean): void {
  const data = context.data as { tabCellDone?: boolean }
  data.tabCellDone = done
}

function emptyCell(context: CompileContext, token: Token): void {
  const empty = { ...token, end: token.start }
  context.enter({ type: 'tableCell', children: [] }, empty)
  context.exit(empty)
}

function tokenizeTable(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const context = this
  const mayBeginWithOneCell = this.currentConstruct !== tableOfRows
  let first = true
  let full = false
  let text = false
  let plain = true
  let previous: Code = null
  return start

  function start(code: Code): State | undefined {
    if (code === codes.verticalBar || code === codes.eof || markdownLineEnding(code)) return nok(code)
    effects.enter('tabTable')
    return rowStart(code)
  }

  function rowStart(code: Code): State | undefined {
    effects.enter('tabTableRow')
    full = code === codes.horizontalTab
    text = false
    return between(code)
  }

  function between(code: Code): State | undefined {
    if (code === codes.eof || markdownLineEnding(code)) return rowEnd(code)
    if (code === codes.horizontalTab) {
      effects.enter('tabTableSeparator')
      return separator(code)
    }
    if (code === codes.space || code === codes.virtualSpace) {
      effects.enter('linePrefix')
      return spaces(code)
    }
    if (text) full = true
    text = true
    plain = true
    effects.enter('tabTableCell')
    effects.enter('chunkText', { contentType: 'text' })
    return cell(code)
  }

  function spaces(code: Code): State | undefined {
    if (code === codes.space || code === codes.virtualSpace) {
      effects.consume(code)
      return spaces
    }
    effects.exit('linePrefix')
    return between(code)
  }

  function separator(code: Code): State | undefined {
    effects.consume(code)
    return separatorRest
  }

  function separatorRest(code: Code): State | undefined {
    if (code === codes.virtualSpace || code === codes.space) return separator(code)
    effects.exit('tabTableSeparator')
    return between(code)
  }

  function cell(code: Code): State | undefined {
    if (code === codes.eof || code === codes.horizontalTab || markdownLineEnding(code)) {
      const chunk = effects.exit('chunkText')
      if (plain && !isBlank(previous)) {
        // no inline syntax in it: what parsing it as text would give
        chunk.type = 'data'
        delete chunk.contentType
      }
      effects.exit('tabTableCell')
      return between(code)
    }
    if (code !== null && inlineMarks.has(code)) plain = false
    previous = code
    effects.consume(code)
    return cell
  }

  function rowEnd(code: Code): State | undefined {
    effects.exit('tabTableRow')
    if (first && !full) {
      // A header of one cell, if a row follows; inside a paragraph such a line is the paragraph's.
      if (code === codes.eof || context.interrupt || !text || !mayBeginWithOneCell) return nok(code)
      first = false
      return effects.check(nextFullRow, nextLine, nok)(code)
    }
    first = false
    // one row is enough to end a paragraph: waiting for the next line would make this one lazy text of a list or quote
    if (code === codes.eof || context.interrupt) return tableEnd(code)
    return effects.check(nextRow, nextLine, tableEnd)(code)
  }

  function nextLine(code: Code): State | undefined {
    effects.enter('lineEnding')
    effects.consume(code)
    effects.exit('lineEnding')
    return rowStart
  }

  function tableEnd(code: Code): State | undefined {
    effects.exit('tabTable')
    return ok(code)
  }
}

/** Looks at the line after a line ending: has it a TAB at all, or one with text on both sides or at its very start? */
function probeNextLine(wanted: 'anyTab' | 'full'): Tokenizer {
  return function (this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
    const context = this
    let leading = false
    let tab = false
    let text = false
    let full = false
    return (code) => {
      if (!markdownLineEnding(code)) return nok(code)
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }

    function lineStart(code: Code): State | undefined {
      const ends = code === codes.eof || markdownLineEnding(code)
      if (ends || code === codes.verticalBar || context.parser.lazy[context.now().line]) return nok(code)
      leading = code === codes.horizontalTab
      effects.enter('tabTableProbe')
      return scan(code)
    }

    function scan(code: Code): State | undefined {
      if (code === codes.eof || markdownLineEnding(code)) {
        effects.exit('tabTableProbe')
        return (wanted === 'full' ? full : tab && text) ? ok(code) : nok(code)
      }
      if (code === codes.horizontalTab) tab = true
      else if (code !== codes.space && code !== codes.virtualSpace) {
        if (tab && (text || leading)) full = true
        text = true
      }
      effects.consume(code)
      return scan
    }
  }
}

function tokenizeListUnlessRow(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const asList = list.tokenize.call(this, effects, ok, nok)
  return effects.check(tabAfterMarker, nok, asList)
}

/** CommonMark's own continuation asks for `list` by name, which is disabled here: the next item is looked for with ours. */
function tokenizeListContinuation(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const ours: Effects = {
    ...effects,
    attempt: (construct, then, otherwise) =>
      effects.attempt(construct === list ? listUnlessRow : construct, then, otherwise),
  }
  return (list.continuation as Construct).tokenize.call(this, ours, ok, nok)
}

/** Is there, after a list marker and its white space, a TAB between two texts? */
function probeListItem(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let tab = false
  return (code) => {
    effects.enter('tabTableProbe')
    return marker(code)
  }

  function marker(code: Code): State | undefined {
    if (code === codes.space || code === codes.horizontalTab) return afterMarker(code)
    return over(code) ? miss(code) : consume(code, marker)
  }

  function afterMarker(code: Code): State | undefined {
    if (isBlank(code)) return consume(code, afterMarker)
    return scan(code)
  }

  function scan(code: Code): State | undefined {
    if (over(code)) return miss(code)
    if (code === codes.horizontalTab) tab = true
    else if (tab && !isBlank(code)) {
      effects.exit('tabTableProbe')
      return ok(code)
    }
    return consume(code, scan)
  }

  function consume(code: Code, next: State): State {
    effects.consume(code)
    return next
  }

  function miss(code: Code): State | undefined {
    effects.exit('tabTableProbe')
    return nok(code)
  }
}

/** Where inline syntax may begin. */
const inlineMarks = new Set([...'\\`*_~[]!<&'].map((mark) => mark.charCodeAt(0)))

const over = (code: Code) => code === codes.eof || markdownLineEnding(code)
const isBlank = (code: Code) => code === codes.space || code === codes.horizontalTab || code === codes.virtualSpace

function digits(): number[] {
  return Array.from({ length: 10 }, (_, digit) => codes.digit0 + digit)
}
