import { expect, test } from 'vitest'
import * as prisme from '../src/index.ts'

test('the public API', () => {
  expect(Object.keys(prisme).sort()).toEqual([
    'Printer',
    'Problem',
    'Problems',
    'audienceSchema',
    'builder',
    'formatProblem',
    'modelReport',
    'planBuild',
    'prepareBuild',
    'profileSchema',
    'readReport',
    'readSource',
    'renderHtml',
    'reportSchema',
    'sourcesFrom',
    'sourcesOf',
    'tabTable',
    'tailorDocument',
  ])
})
