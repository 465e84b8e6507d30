import type { BlockContent, DefinitionContent, PhrasingContent } from 'mdast'
import '../../document/source.ts'
import { noSuch } from '../../input/no-such.ts'
import { Problem, type ProblemDetails } from '../../input/problem.ts'
import type { Origin } from '../../origin/origin.ts'
import type { Rendering } from '../rendering.ts'

export type Flow = BlockContent | DefinitionContent

/** A directive of a template, its attributes as plain text. */
export interface Written {
  attributes: Record<string, string>
  /** Where attributes come from, by name; not those that the template says itself. */
  origins: Record<string, Origin>
  /** Already built: what it holds. */
  children: Flow[]
  place: ProblemDetails
}

/** One directive: how it is written and what it makes. */
export interface Directive {
  form: 'leaf' | 'container'
  attributes: string[]
  required?: string[]
  build(written: Written, rendering: Rendering): Flow[]
}

/** An attribute as a title: what it says, beginning with a capital, with its origin. */
export function titleOf({ attributes, origins }: Written, name = 'title'): PhrasingContent[] {
  const text = attributes[name]
  if (!text) return []
  const value = text[0]!.toUpperCase() + text.slice(1)
  return [{ type: 'text', value, ...(origins[name] ? { data: { origin: origins[name] } } : {}) }]
}

/** The parts of an attribute that names several things. */
export function several(attribute: string | undefined): string[] {
  return (attribute ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
}

/** Problems of what a directive asks for, told at its place. */
export function placed<T>(place: ProblemDetails, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw error instanceof Problem ? error.at(place) : error
  }
}

/** Every attribute must be known to the directive, and those it needs must be there. */
export function checkAttributes(name: string, { attributes, required = [] }: Directive, written: Written): void {
  for (const attribute of Object.keys(written.attributes)) {
    if (attributes.includes(attribute)) continue
    throw noSuch(`"${name}" has no attribute "${attribute}"`, attribute, attributes, written.place)
  }
  for (const attribute of required) {
    if (!written.attributes[attribute])
      throw new Problem(`"${name}" needs "${attribute}"`, { ...written.place, expected: `${attribute}="…"` })
  }
}
