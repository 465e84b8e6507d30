import type { Stale } from '../update/stale.ts'
import type { Editorial } from './editorial.ts'

type Approved = Pick<Editorial, 'claims'>

/** The sentences of the report that updates made untrue and nobody has approved since. */
export function untrue(stale: Stale[], approved: Approved): Stale[] {
  return unapproved(stale, approved).filter(({ kind }) => kind !== 'reading')
}

/** The sentences of which only a person can tell what updates made of them, and nobody has yet; the most doubtful first. */
export function toRead(stale: Stale[], approved: Approved): Stale[] {
  const found = unapproved(stale, approved).filter(({ kind }) => kind === 'reading')
  return found.toSorted((a, b) => b.doubt - a.doubt)
}

function unapproved(stale: Stale[], { claims }: Approved): Stale[] {
  const isApproved = ({ id, fingerprint }: Stale) =>
    claims.some((claim) => claim.id === id && claim.fingerprint === fingerprint)
  return stale.filter((each) => !each.holds && !isApproved(each))
}
