import { stringify } from 'yaml'
import { lockText } from '../../editorial/lock.ts'
import { paperOf } from '../../editorial/paper.ts'
import { locked } from '../../editorial/renew.ts'
import { locales } from '../../locale/locales.ts'
import type { Profile } from '../../model/profile.ts'
import type { Report } from '../../model/report.ts'
import { linesOf, plainText } from '../../model/text.ts'
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
      }
    })
}

/** The lock file of quotations that stand in the report as printed. */
export function editorialLock(
  statements: ReturnType<typeof openingStatements>,
  report: Report,
  profile: Profile,
  text: string,
): string {
  const paper = paperOf(report, text, profile, locales[profile.language])
  const approved = { reason: 'quoted as printed', date: null, by: null }
  return lockText({
    statements: statements.map(({ id, basis }) => ({ id, for: null, ...locked(basis, paper), approved })),
    sentences: [],
    corrections: [],
  })
}

/** The text of `editorial.yaml`, which begins with nothing said but what is quoted. */
export function editorialYaml(statements: ReturnType<typeof openingStatements>): string {
  return `# What editors say about the world that the report does not say in so many words. Each sentence rests on lines of
# report.md, on words of it, or on cells of its tables; when those change so that it may be true no longer, documents that use
# it fail until someone has run \`prisme approve <id> --reason "…"\`. A template says it with {{say "headline"}}.
#
# statements:
#   - id: headline
#     text: More ships called than ever before
#     basis: [12, 14-16]                        # lines
#   - id: smallest
#     text: The east has the fewest ships
#     basis: ["Table 2 / Ships", "Most ships … in summer."]    # a row of a table, words of the report
#
# Slips of the printed text, mended wherever it is quoted:
#
# corrections:
#   - { printed: Habrour, correct: Harbour, reason: misprint }
${stringify({ statements }, { lineWidth: 0 })}`
}
