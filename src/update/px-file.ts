import type { PxEntry } from './px-text.ts'

/** The entries of a PX file in one of its languages. */
export class PxFile {
  readonly shown: string
  readonly entries: PxEntry[]
  readonly language: string | null

  constructor(entries: PxEntry[], language: string | null, shown: string) {
    this.entries = entries
    this.language = language
    this.shown = shown
  }

  /** The entry of a keyword, in the language that is meant where it has it. */
  find(keyword: string, of?: string): PxEntry | undefined {
    const all = this.entries.filter((entry) => entry.keyword === keyword && (of === undefined || entry.of[0] === of))
    return all.find(({ language }) => language === this.language) ?? all.find(({ language }) => language === null)
  }

  texts(keyword: string, of?: string): string[] {
    return this.find(keyword, of)?.values.map(({ text }) => text) ?? []
  }
}
