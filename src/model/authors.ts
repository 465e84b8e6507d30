import { concat, framing, split, type Traced, trimmed } from '../origin/traced.ts'

/**
 * Names as printed in a list of authors, each in natural order: "Berg, Ida og Holm, Per Ole" is
 * "Ida Berg", "Per Ole Holm". Commas divide names where every part has two words or more; else
 * they turn a name round.
 */
export function authorList(printed: Traced): Traced[] {
  return split(concat(split(printed, /\bet\.?\s+al\.?/giu)), /\s*;\s*|,?\s+(?:og|och|und|en|et|and|&)\s+/gu)
    .flatMap((group) => namesOf(group))
    .filter(({ text }) => text)
}

function namesOf(group: Traced): Traced[] {
  const parts = split(group, /,/g)
    .map(trimmed)
    .filter(({ text }) => text)
  if (parts.length < 2 || parts.every(({ text }) => /\s/.test(text) && !isInitials(text))) return parts
  const names: Traced[] = []
  for (let at = 0; at < parts.length; at += 2) {
    const [last, first] = [parts[at]!, parts[at + 1]]
    names.push(first ? concat([first, framing(' '), last]) : last)
  }
  return names
}

const isInitials = (part: string) => /^(?:\p{Lu}\.\s*)+$/u.test(part)
