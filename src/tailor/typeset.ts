import type { Nodes, PhrasingContent, Text } from 'mdast'
import type { Locale } from '../locale/locale.ts'
import { languageOfCode, locales } from '../locale/locales.ts'
import { holdsPhrases, isPhrase } from './phrasing.ts'

/**
 * Gives a document's text the characters of print, in place: quotation marks of whatever style become those of the language, and a
 * hyphen between spaces a dash. A passage in another language gets those of that language; in one that Prisme does not know it
 * stays as it is, and so does code.
 */
export function typeset(tree: Nodes, locale: Locale): void {
  for (const run of runsOf(tree)) {
    for (const part of run) {
      if (part.type === 'text') part.value = part.value.replace(/(?<=\S) - (?=\S)/g, ' – ')
      const language = part.type === 'foreign' ? languageOfCode(part.language) : undefined
      if (language) typeset(part, locales[language])
    }
    quote(run, locale.quotes)
  }
}

/** The pieces of one line of thought, text and what interrupts it: a quotation may begin in one and end in another. */
type Run = PhrasingContent[]

function runsOf(node: Nodes): Run[] {
  const titles = ['title', 'caption', 'by'].flatMap((key) => {
    const title = (node as unknown as Record<string, unknown>)[key]
    return Array.isArray(title) ? runsIn(title as Nodes[]) : []
  })
  return [...titles, ...('children' in node ? runsIn(node.children as Nodes[]) : [])]
}

/** Neighbouring inline pieces are one run; each block has runs of its own. */
function runsIn(nodes: Nodes[]): Run[] {
  const runs: Run[] = []
  let open: Run | null = null
  for (const node of nodes) {
    const leaves = leavesOf(node)
    if (!leaves) {
      runs.push(...runsOf(node))
      open = null
      continue
    }
    if (!open) {
      open = []
      runs.push(open)
    }
    open.push(...leaves)
  }
  return runs
}

/** What inline content is made of; null for a block. */
function leavesOf(node: Nodes): Run | null {
  if (holdsPhrases(node)) return node.children.flatMap((child) => leavesOf(child) ?? [])
  return isPhrase(node) ? [node] : null
}

interface Mark {
  text: Text
  at: number
  /** May it open a quotation, may it close one? */
  opens: boolean
  closes: boolean
}

/** Marks are exchanged in pairs; one without its fellow, as after a measure in inches, stays. */
function quote(run: Run, [before, after]: [string, string]): void {
  const waiting: Mark[] = []
  const pairs: [Mark, Mark][] = []
  for (const mark of marksOf(run)) {
    const opening = waiting.at(-1)
    if (mark.closes && opening) pairs.push([waiting.pop()!, mark])
    else if (mark.opens) waiting.push(mark)
  }
  const exchanged = pairs.flatMap(([first, last]) => [
    { ...first, by: before },
    { ...last, by: after },
  ])
  // from the end, so that places before stay true
  for (const { text, at, by } of exchanged.sort((a, b) => b.at - a.at))
    text.value = text.value.slice(0, at) + by + text.value.slice(at + 1)
}

function marksOf(run: Run): Mark[] {
  const marks: Mark[] = []
  let last = ' '
  for (const [index, node] of run.entries()) {
    if (node.type !== 'text') {
      last = node.type === 'break' ? ' ' : 'x'
      continue
    }
    for (let at = 0; at < node.value.length; at++) {
      const next = node.value[at + 1] ?? (run[index + 1] ? nextOf(run[index + 1]!) : ' ')
      if (/["“”„«»]/.test(node.value[at]!)) {
        const opens = /[\s([{–—/-]/.test(last) && /\S/.test(next)
        marks.push({ text: node, at, opens, closes: !opens && /\S/.test(last) })
      }
      last = node.value[at]!
    }
  }
  return marks
}

const nextOf = (node: PhrasingContent) => (node.type === 'text' ? (node.value[0] ?? ' ') : 'x')
