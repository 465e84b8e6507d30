import { stringify } from 'yaml'
import type { Report } from '../../model/report.ts'
import { linesOf, plainText } from '../../model/text.ts'
import { fingerprint } from '../editorial.ts'
import { asMarkdown } from './escape.ts'

/** The group of statements that quote a report without sections: templates reach what it says by sections only. */
export const openingGroup = 'opening'

/** The first paragraphs of a report that has no sections, each a statement that rests on its own lines. */
export function openingStatements({ sections, frontMatter }: Report, text: string) {
  const lines = text.split('\n')
  if (sections.length) return []
  return frontMatter
    .filter((block) => block.type === 'paragraph' && /\p{L}/u.test(plainText(block)))
    .slice(0, 3)
    .filter((block) => linesOf(block)[1] <= lines.length)
    .map((block, index) => {
      const [first, last] = linesOf(block)
      return {
        id: `${openingGroup}-${index + 1}`,
        group: openingGroup,
        text: asMarkdown(plainText(block)),
        basis: [first === last ? first : `${first}-${last}`],
        fingerprint: fingerprint([[first, last]], lines),
        approved: 'quoted as printed',
      }
    })
}

/** The text of `editorial.yaml`, which begins with nothing said but what is quoted. */
export function editorialYaml(statements: ReturnType<typeof openingStatements>): string {
  return `# What editors say about the world that the report does not say in so many words. Each sentence rests on lines of
# report.md; when those change, documents that use it fail until someone has run
# \`prisme approve <id> --reason "…"\`, which writes the fingerprint. A template says it with {{say "headline"}}.
#
# statements:
#   - id: headline
#     text: More ships called than ever before
#     basis: [12, 14-16]
#
# Slips of the printed text, mended wherever it is quoted:
#
# corrections:
#   - { printed: Habrour, correct: Harbour, reason: misprint }
${stringify({ statements }, { lineWidth: 0 })}`
}
