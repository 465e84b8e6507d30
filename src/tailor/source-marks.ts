import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import type { Entry, SourceNotes } from '../document/nodes.ts'
import type { Source } from '../document/source.ts'
import { locales } from '../locale/locales.ts'
import { languageOf, type Rendering } from './rendering.ts'
import { placesText, sourcesIn, tellsItsSource } from './source-line.ts'

/**
 * Gives each passage that no source line covers a numbered mark, and lists what the marks stand for: where `::sources` is
 * written, or at the document's end. Passages that rest on the same places share a number. A heading's places are told with
 * the passage below it; an entry is one passage.
 *
 * @param covered what the document's own source lines tell of
 */
export function markSources(tree: Root, covered: ReadonlySet<object>, rendering: Rendering): void {
  const marker = new Marker(rendering)
  marker.walk(tree, covered)
  marker.flush()
  const asked = tree.children.findIndex((node) => node.type === 'sourceNotes')
  const at = asked < 0 ? tree.children.length : asked
  const { sources: title } = locales[languageOf(rendering)].words
  const list: SourceNotes = { type: 'sourceNotes', title, notes: marker.notes() }
  tree.children.splice(at, asked < 0 ? 0 : 1, ...(list.notes.length ? [list] : []))
}

class Marker {
  private readonly numbers = new Map<string, number>()
  private readonly rendering: Rendering
  /** A heading whose places wait for the passage below it. */
  private waiting: { holder: { children: PhrasingContent[] }; sources: Source[] } | null = null

  constructor(rendering: Rendering) {
    this.rendering = rendering
  }

  notes(): SourceNotes['notes'] {
    return [...this.numbers].map(([text, number]) => ({ number, text }))
  }

  walk(node: Nodes, covered: ReadonlySet<object>): void {
    if (covered.has(node)) return
    if ('title' in node && Array.isArray(node.title) && !covered.has(node.title))
      this.wait({ children: node.title as PhrasingContent[] })
    if (tellsItsSource(node)) this.flush()
    else if (node.type === 'heading') this.wait(node)
    else if (node.type === 'paragraph' || node.type === 'fact') this.mark(node, sourcesIn([node]))
    else if (node.type === 'entry') this.mark(lastParagraph(node), sourcesIn([node]))
    else if ('children' in node) for (const child of [...node.children]) this.walk(child as Nodes, covered)
  }

  /** A heading with no passage below it bears its mark itself. */
  flush(): void {
    if (!this.waiting) return
    const { holder, sources } = this.waiting
    this.waiting = null
    this.mark(holder, sources)
  }

  private wait(holder: { children: PhrasingContent[] }): void {
    this.flush()
    const sources = sourcesIn(holder.children)
    if (sources.length) this.waiting = { holder, sources }
  }

  private mark(holder: { children: PhrasingContent[] }, own: Source[]): void {
    const sources = [...(this.waiting?.sources ?? []), ...own]
    this.waiting = null
    if (!sources.length) return
    const note = placesText(sources, this.rendering)
    const number = this.numbers.get(note) ?? this.numbers.size + 1
    this.numbers.set(note, number)
    holder.children.push({ type: 'sourceMark', number, note })
  }
}

/** The last paragraph of an entry's body; a new one where it has none. */
function lastParagraph(entry: Entry): Paragraph {
  const found = entry.children.findLast((child) => child.type === 'paragraph')
  if (found) return found
  const made: Paragraph = { type: 'paragraph', children: [] }
  entry.children.push(made)
  return made
}
