/**
 * Names as printed in a list of authors, each in natural order: "Berg, Ida og Holm, Per Ole" is
 * "Ida Berg", "Per Ole Holm". Commas divide names where every part has two words or more; else
 * they turn a name round.
 */
export function authorList(printed: string): string[] {
  return printed
    .replace(/\bet\.?\s+al\.?/giu, '')
    .split(/\s*;\s*|,?\s+(?:og|och|und|en|et|and|&)\s+/u)
    .flatMap((group) => namesOf(group))
    .filter(Boolean)
}

function namesOf(group: string): string[] {
  const parts = group
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length < 2 || parts.every((part) => /\s/.test(part) && !isInitials(part))) return parts
  const names: string[] = []
  for (let at = 0; at < parts.length; at += 2) names.push([parts[at + 1], parts[at]].filter(Boolean).join(' '))
  return names
}

const isInitials = (part: string) => /^(?:\p{Lu}\.\s*)+$/u.test(part)
