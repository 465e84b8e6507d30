/** A text as lines of a width at most; a word that is wider than a line is cut. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean).flatMap(cut)) {
    const longer = line ? `${line} ${word}` : word
    if (line && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line ? [...lines, line] : lines

  function cut(word: string): string[] {
    const parts = ['']
    for (const letter of word) {
      if (parts.at(-1) && measure(parts.at(-1) + letter) > width) parts.push('')
      parts[parts.length - 1] += letter
    }
    return parts
  }
}
