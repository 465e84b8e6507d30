/** Words of a report written into a template, where they must not be read as Markdown, a directive or Handlebars. */

/** A text as Markdown that shows just that text, on one line. */
export function asMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#~|&]/g, '\\$&').replace(/:(?=[\p{L}_:])/gu, '\\:')
}

/** A text as a Handlebars string; a backslash cannot be written in one safely. */
export function asString(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`
}

/** A heading's words: those printed in capitals are left to the report's own way of writing them. */
export function asHeading(title: string): string {
  const letters = title.match(/\p{L}/gu) ?? []
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter)).length > letters.length * 0.5
  return capitals && letters.length > 3 && !title.includes('\\')
    ? `{{sentence ${asString(asMarkdown(title))}}}`
    : asMarkdown(title)
}
