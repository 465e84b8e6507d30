import { type Document, isMap, isNode, isScalar, type Node, type Pair, type YAMLMap } from 'yaml'

interface Edit {
  from: number
  to: number
  text: string
}

/** Changes to the text of a YAML file at single places; every other letter, comments and all, stays as it is. */
export class YamlEdits {
  private readonly source: string
  private readonly edits: Edit[] = []

  /** @param source the text that the nodes were parsed from */
  constructor(source: string) {
    this.source = source
  }

  /** Puts a value in the place of a node. */
  replace(node: Node, value: unknown): void {
    const [from, to] = node.range!
    this.edits.push({ from, to, text: flowText(value) })
  }

  /** Takes a key with its value out of a map; nothing where it is not there. */
  remove(map: YAMLMap | Document['contents'], key: string): void {
    if (!isMap(map)) return
    const at = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key)
    if (at < 0) return
    const pair = map.items[at] as Pair
    const [from, to] = [startOf(pair), endOf(pair)]
    if (!map.flow) this.edits.push({ from: this.lineStart(from), to: this.lineEnd(to), text: '' })
    else if (at > 0) this.edits.push({ from: endOf(map.items[at - 1] as Pair), to, text: '' })
    else this.edits.push({ from, to: map.items[1] ? startOf(map.items[1] as Pair) : to, text: '' })
  }

  /** The text with all changes. */
  text(): string {
    let [made, at] = ['', 0]
    for (const { from, to, text } of this.edits.toSorted((a, b) => a.from - b.from)) {
      made += this.source.slice(at, Math.max(at, from)) + text
      at = Math.max(at, to)
    }
    return made + this.source.slice(at)
  }

  private lineStart(offset: number): number {
    return this.source.lastIndexOf('\n', offset - 1) + 1
  }

  private lineEnd(offset: number): number {
    if (this.source[offset - 1] === '\n') return offset
    const end = this.source.indexOf('\n', offset)
    return end < 0 ? this.source.length : end + 1
  }
}

const startOf = ({ key }: Pair) => (key as Node).range![0]
const endOf = ({ key, value }: Pair) => (isNode(value) ? value : (key as Node)).range![1]

/** A value on one line: numbers and ranges of lines plain, names and words in quotes. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (typeof value === 'string') return /^\d+-\d+$/.test(value) ? value : JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value).map(([key, each]) => `${key}: ${flowText(each)}`)
  return `{ ${pairs.join(', ')} }`
}
