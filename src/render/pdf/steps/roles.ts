import { PDFName } from '@cantoo/pdf-lib'
import { standardTypes } from '../file/standard-types.ts'
import type { Step } from './step.ts'

/** Says what types that the standard does not know are like: the browser's Strong and Em are spans. */
export const roles: Step = ({ structure }) => {
  const others = new Set(
    structure.all.filter((element) => !standardTypes.has(structure.roleOf(element))).map(({ type }) => type),
  )
  if (!others.size) return
  const map = structure.root.context.obj({})
  for (const type of [...others].sort()) map.set(PDFName.of(type), PDFName.of('Span'))
  structure.root.set(PDFName.of('RoleMap'), map)
}
