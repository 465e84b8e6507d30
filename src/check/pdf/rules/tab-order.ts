import { nameAt } from '../../../render/pdf/file/objects.ts'
import type { PdfRule } from '../rule.ts'

export const tabOrder: PdfRule = {
  id: 'pdf-tab-order',
  severity: 'error',
  description: 'A page with links or other annotations that are not gone through in the order of the structure.',
  example: 'a page with a link, and no /Tabs /S',
  source: 'ISO 14289-1, 7.18.3; WCAG 2.4.3',
  criteria: ['2.4.3'],
  veraPdf: ['7.18.3-1'],
  run({ file, annotations }) {
    const pages = new Set(annotations.map(({ page }) => page))
    return file.getPages().flatMap(({ node }, index) =>
      pages.has(index + 1) && nameAt(node, 'Tabs') !== 'S'
        ? [
            {
              message: 'the links of the page are not gone through in the order of the structure: Tabs is not S',
              page: index + 1,
            },
          ]
        : [],
    )
  },
}
