import { placesIn } from '../place.ts'
import type { Step } from '../step.ts'
import { walk } from '../walk.ts'

/**
 * Characters that nobody sees are taken out: soft hyphens, spaces without width, marks of the writing direction, control
 * characters. What joins or divides the letters of scripts that need it stays.
 */
export const invisible: Step = {
  rule: 'invisible',
  run(tree, log, { text, warn }) {
    if (text.includes('\0')) warnOfNul(text, warn)
    if (!unseen.test(text)) return
    walk(tree, (node) => {
      if (!('value' in node) || node.type === 'yaml' || !unseen.test(node.value)) return
      const placeOf = placesIn(node)
      node.value = node.value.replace(/[^ \t\r\n]+/g, (word, offset: number) => {
        const visible = word.replace(everyUnseen, '')
        if (visible !== word) log(placeOf(offset, word.length), word, visible)
        return visible
      })
    })
  },
}

const controls = '\\u0001-\\u0008\\u000b\\u000e-\\u001f\\u007f-\\u009f'
const formats = '\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff'
/** A joiner or non-joiner that stands at a Latin letter or digit does nothing. */
const joiners = '(?<=[\\p{Script=Latin}\\d])[\\u200c\\u200d]|[\\u200c\\u200d](?=[\\p{Script=Latin}\\d])'
const unseen = new RegExp(`[${controls}${formats}]|${joiners}`, 'u')
const everyUnseen = new RegExp(unseen.source, 'gu')

/** The parser has exchanged each for U+FFFD, as CommonMark asks. */
function warnOfNul(text: string, warn: Parameters<Step['run']>[2]['warn']): void {
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    const at = line.indexOf('\0')
    if (at >= 0) warn({ line: index + 1, column: at + 1 }, 'holds a NUL character: it is read as U+FFFD')
  })
}
