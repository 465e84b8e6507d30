import { testNumbersOf } from '../support/numbers.ts'

await testNumbersOf('source')
