/** A text as the content of an element or an attribute. */
export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** A text on one line; what XML has no way to write is left out. */
export function clean(value: string): string {
  return value.replace(/\s*[\n\t]\s*/g, ' ').replace(/[\p{Cs}\p{Cc}\uFFFE\uFFFF]/gu, '')
}
