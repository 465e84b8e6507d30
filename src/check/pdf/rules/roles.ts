import { dictionaryAt, nameAt } from '../../../render/pdf/file/objects.ts'
import { standardTypes } from '../../../render/pdf/file/standard-types.ts'
import { placeOf } from '../pdf.ts'
import type { PdfFound, PdfRule } from '../rule.ts'

export const roles: PdfRule = {
  id: 'pdf-role',
  severity: 'error',
  description:
    'A type of element that the role map does not lead to a standard type, or a standard type that it leads elsewhere.',
  example: '/S /Lead, and no Lead in the RoleMap; /RoleMap << /P /Span >>',
  source: 'ISO 14289-1, 7.1',
  criteria: ['1.3.1'],
  veraPdf: ['7.1-5', '7.1-6', '7.1-7'],
  run(pdf) {
    const map = dictionaryAt(pdf.structure?.root, 'RoleMap')
    const types = new Map(pdf.tags.toReversed().map((tag) => [tag.element.type, tag]))
    const used = [...types].flatMap(([type, tag]): PdfFound[] => {
      const told = leadsWhere(type, map)
      return told ? [{ message: `the type ${type} ${told}`, ...placeOf(tag, pdf) }] : []
    })
    return used.reverse()
  },
}

function leadsWhere(type: string, map: Parameters<typeof nameAt>[0]): string | undefined {
  const met = new Set<string>()
  let at = type
  for (let next = nameAt(map, at); next !== undefined; next = nameAt(map, at)) {
    if (standardTypes.has(at)) return at === type ? `is a standard one, and the role map makes it ${next}` : undefined
    met.add(at)
    if (met.has(next)) return 'is led round in a ring by the role map'
    at = next
  }
  return standardTypes.has(at) ? undefined : 'is no standard one, and the role map does not lead to one'
}
