import type { Rule } from '../rule.ts'
import { told } from './documents.ts'

export const editorialLock: Rule = {
  id: 'editorial-lock',
  severity: 'warning',
  description:
    'The lock file of the statements is missing, or was edited, damaged or merged: what hung on it counts as not read.',
  example: '<<<<<<< HEAD in editorial.lock.yaml',
  run: (_, { editorial }) => editorial.files.lock.doubts.map(told),
}
