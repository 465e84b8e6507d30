import type { Text } from 'mdast'

/**
 * For each time a mark stands in a text node, whether it was written so; with a backslash it stands for itself.
 *
 * @param written the content of the file
 */
export function writtenSo({ value, position }: Text, mark: string, written: string): boolean[] {
  const source = written.slice(position!.start.offset, position!.end.offset)
  const pattern = [...mark].map((character) => `\\\\?\\${character}`).join('')
  const found = [...source.matchAll(new RegExp(pattern, 'g'))].map(([match]) => !match.includes('\\'))
  const times = value.split(mark).length - 1
  // a character reference is one of them: then they cannot be told apart
  return found.length === times ? found : Array<boolean>(times).fill(false)
}
