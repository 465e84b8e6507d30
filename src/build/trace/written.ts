import { readText } from '../../input/read-text.ts'
import { folded } from './find.ts'

/** Where words stand that do not come from the report. */
export interface Written {
  file: string
  line: number
}

/** A file by its path and the name it is shown by. */
interface Named {
  path: string
  shown: string
}

/** Finds words in the files a document is made of, in the first that has them. */
export class WrittenWords {
  private readonly files: Named[]
  private read: Promise<{ shown: string; lines: string[] }[]> | undefined

  constructor(files: Named[]) {
    this.files = files
  }

  /** Their case does not count. Signs and numbers alone may stand anywhere, and are not looked for. */
  async find(words: string): Promise<Written | null> {
    const wanted = comparable(words).trim()
    if (!/\p{L}{2}/u.test(wanted)) return null
    this.read ??= Promise.all(this.files.map(linesOf))
    for (const { shown, lines } of await this.read) {
      const at = lines.findIndex((line) => line.includes(wanted))
      if (at >= 0) return { file: shown, line: at + 1 }
    }
    return null
  }
}

async function linesOf({ path, shown }: Named) {
  return { shown, lines: (await readText(path, shown)).split('\n').map(comparable) }
}

const comparable = (text: string) => folded(text).text.toLowerCase()
