import type { AboutPdf } from './rule.ts'

export const readable: AboutPdf = {
  id: 'pdf-readable',
  severity: 'error',
  description: 'A file that is encrypted, or broken so that it cannot be checked.',
  example: 'a file that was cut off while it was sent',
  source: 'ISO 14289-1, 6.1, 7.16',
  criteria: [],
  veraPdf: ['7.16-1'],
}
