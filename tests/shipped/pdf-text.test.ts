import { testWordsOf } from '../support/pdf-words.ts'

await testWordsOf('source')
