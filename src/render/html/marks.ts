import type { Nodes } from 'mdast'
import { signOf } from '../evidence.ts'
import { element, text } from './element.ts'
import { noteId } from './note-id.ts'
import { type Build, inline, traced } from './traced.ts'

/** What is marked in the text: other languages, grades of evidence, and the marks that lead to the notes on sources. */
export const marks: Record<string, Build> = {
  // with an attribute of ARIA, if only its default, Chromium keeps the element and its language in the tags of a PDF
  foreign: (state, node: Extract<Nodes, { type: 'foreign' }>) =>
    element('span', { lang: node.language, ariaAtomic: 'false', ...traced(node) }, state.all(node)),
  evidence: (state, node: Extract<Nodes, { type: 'evidence' }>) =>
    element('span', { className: ['evidence', node.strength] }, [...sign(signOf(node.strength)), ...state.all(node)]),
  sourceMark: (_, { number }: Extract<Nodes, { type: 'sourceMark' }>) =>
    element('sup', { className: ['mark'] }, [element('a', { href: `#${noteId(number)}` }, [text(String(number))])]),
  sourceNotes: (state, { title, notes }: Extract<Nodes, { type: 'sourceNotes' }>) =>
    element('section', { className: ['notes'] }, [
      element('h2', {}, [text(title)]),
      element(
        'ol',
        {},
        notes.map(({ number, text: note }) =>
          // on paper, where notes follow each other in lines, the number is text
          element('li', { id: noteId(number) }, [
            element('span', { className: ['number'] }, [text(`${number}\u00a0`)]),
            ...inline(state, [{ type: 'text', value: note }]),
          ]),
        ),
      ),
    ]),
}

/** The sign is for the eye, drawn by the style: the words beside it say the same. */
const sign = (dots: string) =>
  dots
    ? [
        element(
          'span',
          { className: ['sign'], ariaHidden: 'true' },
          [...dots].map((dot) => element('span', { className: [dot === '●' ? 'full' : 'open'] }, [])),
        ),
      ]
    : []
