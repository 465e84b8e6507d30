import type { Stale } from '../update/stale.ts'
import type { Editorial } from './editorial.ts'

/** The sentences of the report that updates made untrue and nobody has approved since. */
export function untrue(stale: Stale[], { claims }: Pick<Editorial, 'claims'>): Stale[] {
  const isApproved = ({ id, fingerprint }: Stale) =>
    claims.some((claim) => claim.id === id && claim.fingerprint === fingerprint)
  return stale.filter((each) => !each.holds && !isApproved(each))
}
