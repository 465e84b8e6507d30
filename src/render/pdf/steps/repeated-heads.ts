import { Mark, StructureElement } from '../file/element.ts'
import type { Unfinished } from './step.ts'

/**
 * Takes out of header cells what the browser repeats of them where a table goes on on another page, and gives its marks: it is
 * tagged once, where the table begins, and is an artifact after that (ISO 32000-1, 14.8.2.2.2).
 */
export function repeatedHeads({ structure, pages }: Unfinished): Mark[] {
  return structure.all
    .filter(({ type }) => type === 'TH')
    .flatMap((head) => {
      const { marks } = head
      const [first] = marks
      const later = [...new Set(marks.map(({ page }) => page))].slice(1)
      const textOn = (page: unknown) => pages.textOf(marks.filter((mark) => mark.page === page))
      const repeated = later.filter((page) => textOn(page) === textOn(first!.page))
      const taken = marks.filter(({ page }) => repeated.includes(page))
      if (taken.length) takeOut(head, new Set(taken))
      return taken
    })
}

function takeOut(element: StructureElement, taken: Set<Mark>): void {
  element.children = element.children.filter((child) => !(child instanceof Mark && taken.has(child)))
  for (const child of element.children) if (child instanceof StructureElement) takeOut(child, taken)
}
