import { dictionaryAt, nameAt, textAt } from '../../../render/pdf/file/objects.ts'
import type { Annotation } from '../annotations.ts'
import type { PdfRule } from '../rule.ts'

export const links: PdfRule = {
  id: 'pdf-link',
  severity: 'error',
  description: 'A link that no Link element holds, or that is not described in words.',
  example: 'a link annotation without Contents',
  source: 'ISO 14289-1, 7.18.5; WCAG 2.4.4',
  criteria: ['2.4.4'],
  veraPdf: ['7.18.5-1', '7.18.5-2'],
  run({ structure, annotations, holderOf }) {
    return annotations
      .filter(({ kind, shown }) => kind === 'Link' && shown)
      .flatMap((annotation) => {
        const { ref, dictionary, page, box } = annotation
        const faults = [
          ...(!structure || holderOf(ref)?.role === 'Link' ? [] : ['is not held by a Link element']),
          ...(textAt(dictionary, 'Contents')?.trim() ? [] : ['is not described in words: it has no Contents']),
        ]
        return faults.map((fault) => ({ message: `${linkOf(annotation)} ${fault}`, page, box }))
      })
  },
}

function linkOf({ dictionary }: Annotation): string {
  const target = textAt(dictionaryAt(dictionary, 'A'), 'URI') ?? nameAt(dictionary, 'Dest')
  return target ? `the link to ${target}` : 'a link'
}
