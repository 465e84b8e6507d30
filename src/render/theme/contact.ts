import type { Contact } from '../../document/nodes.ts'
import { Problem } from '../../input/problem.ts'
import type { Theme } from '../theme.ts'

/** Whom readers turn to, and each way to reach them as it is printed and as it is followed. */
export interface ContactLines {
  name: string
  ways: { text: string; href: string }[]
}

/**
 * The contact of a theme, for a document that asks for it.
 *
 * @throws {Problem} where the theme has none, at the line that asks
 */
export function contactOf({ brand, file }: Theme, { asked }: Contact): ContactLines {
  const { contact } = brand
  if (!contact) throw new Problem('the theme has no contact', { ...asked, expected: `contact: { name: … } in ${file}` })
  const { name, email, phone, web } = contact
  return {
    name,
    ways: [
      ...(phone ? [{ text: phone, href: `tel:${phone.replace(/[^+\d]/g, '')}` }] : []),
      ...(email ? [{ text: email, href: `mailto:${email}` }] : []),
      ...(web ? [{ text: web.replace(/^https?:\/\//, ''), href: web.includes('://') ? web : `https://${web}` }] : []),
    ],
  }
}
