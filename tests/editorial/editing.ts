import type { z } from 'zod'
import { renewed } from '../../src/editorial/approve.ts'
import type { Editorial } from '../../src/editorial/editorial.ts'
import { parseLock } from '../../src/editorial/lock.ts'
import { groundOf } from '../../src/editorial/open.ts'
import { editorialSchema } from '../../src/editorial/schema.ts'
import { type Held, held } from '../../src/editorial/stand.ts'
import type { State } from '../../src/editorial/standing.ts'
import { parseYaml } from '../../src/input/yaml.ts'
import { modelReport } from '../../src/model/model.ts'
import { profileSchema } from '../../src/model/profile.ts'
import { readReport } from '../../src/read/read.ts'

/** A report, its editorial file and its lock file, in hand. */
export interface Edited {
  report: string
  editorial: string
  lock?: string
  profile?: z.input<typeof profileSchema>
}

export const ground = ({ report: text, profile: said = { language: 'en' } }: Edited) => {
  const profile = profileSchema.parse(said)
  return groundOf({
    report: modelReport(readReport(text, 'report.md', profile.language), profile),
    text,
    profile,
    stale: [],
  })
}

/** The statements of an editorial file, held against its report. */
export function holding(edited: Edited): Held {
  const { value: written, at } = parseYaml(edited.editorial, editorialSchema, 'editorial.yaml')
  const lock = parseLock(edited.lock ?? '', 'editorial.lock.yaml')
  return held({ written, lock, file: 'editorial.yaml', at }, ground(edited))
}

/** The same with every statement approved; `moves` writes the places of those that moved anew and approves nothing. */
export function approved(
  edited: Edited,
  { moves = false } = {},
): Required<Pick<Edited, 'report' | 'editorial' | 'lock'>> & Edited {
  const { editorial } = holding(edited)
  const approval = { reason: 'read', date: '2026-03-01', by: 'A. Reader' }
  const statements = moves ? [] : editorial.statements
  const made = renewed(
    edited.editorial,
    editorial,
    { statements, sentences: [], moves, approval },
    ground(edited).paper,
  )
  return { ...edited, editorial: made.editorial, lock: made.lock }
}

/** What became of each statement, by its id. */
export const statesOf = ({ statements }: Editorial): Record<string, State> =>
  Object.fromEntries(statements.map(({ id, standing }) => [id, standing.state]))
