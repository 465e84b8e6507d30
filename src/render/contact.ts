import type { PhrasingContent } from 'mdast'
import type { ContactLines } from './theme/contact.ts'

/** Whom to turn to, as one line of text: the label, the name, and the ways to reach them. */
export function contactLine({ name, ways }: ContactLines, label: string): PhrasingContent[] {
  const plain = (value: string): PhrasingContent => ({ type: 'text', value })
  return [
    { type: 'strong', children: [plain(label)] },
    plain(` ${name}`),
    ...ways.flatMap(({ text, href }): PhrasingContent[] => [
      plain(', '),
      { type: 'link', url: href, children: [plain(text)] },
    ]),
  ]
}
