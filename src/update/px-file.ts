import type { PxEntry } from './px-text.ts'

/** What a dimension is called in the language that is meant, and in the first of the file, by which its codes are found. */
export interface PxName {
  label: string
  first: string
  /** Where the first of these stands. */
  line: number
  column: number
}

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

  /** The entry of a keyword, in the language that is meant where it has it, else in the first of the file. */
  find(keyword: string, of?: PxName): PxEntry | undefined {
    const found = (language: string | null, name: string | undefined) =>
      this.entries.find(
        (entry) => entry.keyword === keyword && entry.language === language && (!name || entry.of[0] === name),
      )
    return found(this.language, of?.label) ?? found(null, of?.first)
  }

  texts(keyword: string, of?: PxName): string[] {
    return this.find(keyword, of)?.values.map(({ text }) => text) ?? []
  }

  /** The dimensions that a keyword lists, STUB or HEADING. */
  names(keyword: 'STUB' | 'HEADING'): PxName[] {
    const first = this.entries.find((entry) => entry.keyword === keyword && entry.language === null)
    const own = this.find(keyword)?.values ?? []
    return own.map(({ text, line, column }, at) => ({
      label: text,
      first: first?.values[at]?.text ?? text,
      line,
      column,
    }))
  }
}
