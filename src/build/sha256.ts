import { createHash } from 'node:crypto'

/** SHA-256 as hex. */
export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
