import { createHash } from 'node:crypto'

/** What a page's policy knows a script by. */
export const hashOf = (script: string) => `sha256-${createHash('sha256').update(script).digest('base64')}`
