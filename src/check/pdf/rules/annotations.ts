import { dictionaryAt, textAt } from '../../../render/pdf/file/objects.ts'
import type { Annotation } from '../annotations.ts'
import type { Tag } from '../pdf.ts'
import type { PdfRule } from '../rule.ts'

export const annotations: PdfRule = {
  id: 'pdf-annotation',
  severity: 'error',
  description:
    'A form field or another annotation that is not tagged as one, that has no words in its place, or that may not be there.',
  example: 'a text field without TU that no Form element holds; a sticky note without Contents',
  source: 'ISO 14289-1, 7.18.1, 7.18.2, 7.18.4, 7.18.8; WCAG 1.1.1, 4.1.2',
  criteria: ['1.1.1', '4.1.2'],
  veraPdf: ['7.18.1-1', '7.18.1-2', '7.18.1-3', '7.18.2-1', '7.18.4-1', '7.18.8-1'],
  run({ annotations, holderOf }) {
    return annotations
      .filter(({ kind, shown }) => kind !== 'Link' && kind !== 'Popup' && shown)
      .flatMap((annotation) =>
        faultsOf(annotation, holderOf(annotation.ref)).map((fault) => ({
          message: `an annotation of the kind ${annotation.kind} ${fault}`,
          page: annotation.page,
          box: annotation.box,
        })),
      )
  },
}

function faultsOf({ kind, dictionary }: Annotation, holder: Tag | undefined): string[] {
  if (kind === 'TrapNet') return ['may not be there']
  if (kind === 'PrinterMark') return holder ? ['is tagged, and is an artifact'] : []
  const wanted = kind === 'Widget' ? 'Form' : 'Annot'
  const words =
    kind === 'Widget'
      ? (textAt(dictionary, 'TU') ?? textAt(dictionaryAt(dictionary, 'Parent'), 'TU'))
      : textAt(dictionary, 'Contents')
  return [
    ...(holder?.role === wanted ? [] : [`is not held by ${wanted === 'Form' ? 'a Form' : 'an Annot'} element`]),
    ...(words?.trim() || holder?.element.text('Alt')?.trim() ? [] : ['is not described in words']),
  ]
}
