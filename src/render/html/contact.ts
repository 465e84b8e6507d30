import type { Contact } from '../../document/nodes.ts'
import { contactOf } from '../theme/contact.ts'
import type { Theme } from '../theme.ts'
import { element, text } from './element.ts'
import type { Build } from './traced.ts'

/** Whom readers turn to: a name, and links to each way of reaching them. */
export const contactHandler =
  (theme: Theme): Build =>
  (_, node: Contact) => {
    const { name, ways } = contactOf(theme, node)
    const links = ways.flatMap((way) => [
      element('br', {}, []),
      element('a', { href: way.href, className: ['address'] }, [text(way.text)]),
    ])
    return element('address', { className: ['contact'] }, [text(name), ...links])
  }
