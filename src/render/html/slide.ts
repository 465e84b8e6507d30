import type { ElementContent } from 'hast'
import type { Nodes } from 'mdast'
import { element, text } from './element.ts'
import { type Build, inline } from './traced.ts'

type Slide = Extract<Nodes, { type: 'slide' }>

/** A slide: its sheet with title, body and sources, and beside it what the speaker says, which is not part of what is shown. */
export const slide: Build = (state, node: Slide) => {
  const part = node.part
    ? [text(' '), element('span', { className: ['part'] }, [text(`${node.part.at}/${node.part.of}`)])]
    : []
  const title = element(node.isTitle ? 'h1' : 'h2', {}, [...inline(state, node.title), ...part])
  const sources = node.sources.length
    ? [element('div', { className: ['sources'] }, spaced(inline(state, node.sources)))]
    : []
  const notes = node.notes.length ? [element('aside', { className: ['notes'] }, inline(state, node.notes))] : []
  return element('section', { className: ['slide', ...(node.isTitle ? ['opening'] : [])] }, [
    element('div', { className: ['sheet'] }, [
      title,
      element('div', { className: ['body'] }, state.all(node)),
      ...sources,
    ]),
    ...notes,
  ])
}

/** Pieces that stand on one line. */
const spaced = (pieces: ElementContent[]) => pieces.flatMap((piece, index) => (index ? [text(' '), piece] : piece))
