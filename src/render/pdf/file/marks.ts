import type { Belongs, Marked } from './page-content.ts'

/** The marked content of a content stream as it is walked (ISO 32000-1, 14.6). */
export class Marks {
  readonly marked: Marked[] = []
  /** How often a sequence began or ended where it may not. */
  misnested = 0
  private readonly open: { mark: Marked; belongs: Belongs }[] = []
  /** How many were open when the text object began; undefined outside one. */
  private atText: number | undefined

  get depth(): number {
    return this.open.length
  }

  /** What is painted now belongs to. */
  get belongs(): Belongs {
    return this.open.at(-1)?.belongs
  }

  begin(tag: string, mcid: number | undefined): void {
    const outer = this.open.at(-1)
    const mark: Marked = { tag, mcid, within: outer?.mark }
    this.marked.push(mark)
    this.open.push({ mark, belongs: tag === 'Artifact' ? 'artifact' : (mcid ?? outer?.belongs) })
  }

  end(): void {
    const ended = this.open.pop()
    if (!ended || this.depth < (this.atText ?? 0)) this.misnested += 1
  }

  beginText(): void {
    this.atText = this.depth
  }

  endText(): void {
    if (this.depth > (this.atText ?? this.depth)) this.misnested += 1
    this.atText = undefined
  }

  /** At the end of a stream: what is still open in it ends. */
  backTo(depth: number): void {
    this.misnested += Math.abs(this.depth - depth)
    this.open.length = Math.min(this.depth, depth)
  }
}
