import { toString as textOf } from 'mdast-util-to-string'
import type { Slide } from '../../document/nodes.ts'

/** A slide's title in plain text, with the part of the content that it shows: "Ships by port 1/2". */
export function slideTitle({ title, part }: Pick<Slide, 'title' | 'part'>): string {
  return [textOf(title), ...(part ? [`${part.at}/${part.of}`] : [])].join(' ')
}
