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

/** Finds words in the files a document is made of, the first that has them; their case does not count. Signs and numbers alone stand anywhere. */
export class WrittenWords {
  private readonly files: { shown: string; lines: string[] }[]

  static async of(files: Named[]): Promise<WrittenWords> {
    const read = files.map(async ({ path, shown }) => ({
      shown,
      lines: (await readText(path, shown)).split('\n').map(comparable),
    }))
    return new WrittenWords(await Promise.all(read))
  }

  private constructor(files: { shown: string; lines: string[] }[]) {
    this.files = files
  }

  find(words: string): Written | null {
    const wanted = comparable(words).trim()
    if (!/\p{L}{2}/u.test(wanted)) return null
    for (const { shown, lines } of this.files) {
      const at = lines.findIndex((line) => line.includes(wanted))
      if (at >= 0) return { file: shown, line: at + 1 }
    }
    return null
  }
}

const comparable = (text: string) => folded(text).text.toLowerCase()
