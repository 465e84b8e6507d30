/** Says what is wrong with a text that should be XML: null where it is well-formed. */
export function faultOf(xml: string): string | null {
  const body = xml.replace(/^<\?xml[^?]*\?>\s*/, '')
  const open: string[] = []
  let end = 0
  for (const { 0: tag, 1: closing, 2: name, 3: attributes, 4: alone, index } of body.matchAll(
    /<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*"[^"<]*")*)\s*(\/?)>/g,
  )) {
    const fault = faultOfText(body.slice(end, index)) ?? faultOfText(attributes!.replace(/>/g, ''))
    if (fault) return fault
    const names = [...attributes!.matchAll(/([\w.:-]+)\s*=/g)].map(([, each]) => each)
    if (new Set(names).size < names.length) return `an attribute twice: ${tag}`
    if (closing) {
      if (open.pop() !== name) return `${tag} closes what is not open`
    } else if (!alone) open.push(name!)
    end = index + tag.length
    if (!open.length && body.slice(end).trim()) return `more than one root: ${body.slice(end, end + 60)}`
  }
  return open.length ? `<${open.at(-1)}> is not closed` : end ? null : 'no element'
}

function faultOfText(text: string): string | null {
  if (/[<>]/.test(text)) return `no tag: ${text.slice(0, 80)}`
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) return `no entity: ${text.slice(0, 80)}`
  return /[\p{Cc}\p{Cs}]/u.test(text.replace(/[\r\n\t]/g, '')) ? 'a character that XML has no way to write' : null
}
