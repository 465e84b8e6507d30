import type { PhrasingContent } from 'mdast'
import type { Brand } from './theme.ts'

/** Whom to turn to, as one line of text: the label, the name, and the ways to reach them. */
export function contactLine(to: NonNullable<Brand['contact']>, label: string): PhrasingContent[] {
  const { name, email, phone, web } = to
  const plain = (value: string): PhrasingContent => ({ type: 'text', value })
  const link = (url: string, value: string): PhrasingContent => ({ type: 'link', url, children: [plain(value)] })
  const parts = [
    plain(name),
    ...(email ? [link(`mailto:${email}`, email)] : []),
    ...(phone ? [plain(phone)] : []),
    ...(web ? [link(/^https?:/.test(web) ? web : `https://${web}`, web)] : []),
  ]
  return [
    { type: 'strong', children: [plain(label)] },
    plain(' '),
    ...parts.flatMap((part, at) => (at ? [plain(', '), part] : [part])),
  ]
}
