import type { ElementContent } from 'hast'
import type { Link, Text } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import { toString as textOf } from 'mdast-util-to-string'
import { defaultHandlers } from 'remark-rehype'
import type { Locale } from '../../locale/locale.ts'
import { unbroken } from '../no-breaks.ts'
import { element, text } from './element.ts'
import { type Build, traced } from './traced.ts'

/** Text with its source, and what no line may cut kept whole. */
export const textHandler =
  (locale: Locale): Build =>
  (_, node: Text) => {
    const parts = unbroken(node.value, locale).map(
      (part): ElementContent =>
        part.whole ? element('span', { className: ['whole'] }, [text(part.text)]) : text(part.text),
    )
    const properties = traced(node)
    return properties.dataSource ? element('span', properties, parts) : parts
  }

/** A link; print shows the address of one that does not show it itself. */
export const link = (state: State, node: Link) => {
  const made = defaultHandlers.link(state, node)
  if (bareAddress(textOf(node)) === bareAddress(node.url)) made.properties.className = ['address']
  return made
}

const bareAddress = (address: string) => address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '')
