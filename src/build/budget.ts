import type { AudienceDocument } from '../tailor/audience.ts'
import type { Made } from './formats.ts'
import type { ArtifactFinding } from './manifest.ts'

/** What a file has too much of. */
export function overBudget({ pages }: Made, limits: AudienceDocument['limits']): ArtifactFinding[] {
  if (!pages || !limits?.pages || pages <= limits.pages) return []
  return [{ rule: 'page-limit', severity: 'warning', message: `${pages} pages, the limit is ${limits.pages}` }]
}
