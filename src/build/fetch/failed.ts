import { Problem, type ProblemDetails } from '../../input/problem.ts'
import type { QueryFile } from '../../update/query.ts'
import type { Answer, NoAnswer } from './request.ts'

/** A fetch that did not come about, though nothing is wrong with what was asked. */
export class FetchFailed extends Problem {
  override readonly exitCode = 1
}

/** What is told of an answer that never came, or came in part. */
export function noAnswerProblem({ why, message }: NoAnswer, { at, query }: QueryFile, timeout: number): Problem {
  const place = { ...at(['url']), found: query.url }
  if (why === 'slow')
    return new FetchFailed(`no answer within ${timeout} s`, {
      ...place,
      expected: 'an answer in time: try again later, select less, or allow more with --timeout SECONDS',
    })
  if (why === 'unreachable')
    return new FetchFailed(`cannot be reached: ${message}`, {
      ...place,
      expected: 'the address of a server that answers; is it written right, and is there a network?',
    })
  if (why === 'cut-off')
    return new FetchFailed(`the answer was cut off: ${message}`, {
      ...place,
      expected: 'a whole answer; nothing was written: try again',
    })
  return new Problem(`the answer is too large for a data file: ${message}`, {
    ...at(['query']),
    expected: 'a query that selects only what the table needs',
  })
}

/** What is told of an answer that is none: a redirect, an error; null for 200. */
export function statusProblem(answer: Answer, { at, query }: QueryFile): Problem | null {
  const { status, location, retryAfter } = answer
  const said = saidIn(answer)
  const told = (reason: string, place: ProblemDetails, expected: string) =>
    new Problem(`${reason} (HTTP ${status})`, { ...place, found: said, expected })
  if (status === 200) return null
  if (status >= 300 && status < 400)
    return new Problem(`the table has moved (HTTP ${status})`, {
      ...at(['url']),
      found: query.url,
      expected: location
        ? `the address that it has now: ${new URL(location, query.url)}`
        : 'the address that it has now',
    })
  if (status === 400)
    return told('the bank does not understand the query', at(['query']), 'codes and values that the table has')
  if (status === 401) return told('the bank wants to know who asks', at(['url']), 'a table that is open to all')
  if (status === 403 || status === 413)
    return told(
      'the bank refuses the query, most likely for too many values',
      at(['query']),
      'fewer values, or several queries',
    )
  if (status === 404)
    return told('there is no such table', { ...at(['url']) }, 'the address of a table in the API, as the bank shows it')
  const wait = retryAfter ? `again in ${retryAfter} s` : 'again later'
  if (status === 429)
    return new FetchFailed(`the bank was asked too often (HTTP ${status})`, {
      ...at(['url']),
      found: said,
      expected: `the query ${wait}`,
    })
  return new FetchFailed(`the bank has an error of its own (HTTP ${status})`, {
    ...at(['url']),
    found: said,
    expected: `the query ${wait}`,
  })
}

/** What an answer says in words, short; of JSON and HTML only the words. */
export function saidIn({ body, type }: Pick<Answer, 'body' | 'type'>): string {
  const text = Buffer.from(body.subarray(0, 2000)).toString('utf8')
  const plain = /json/.test(type)
    ? text.replace(/[{}"[\]]/g, ' ')
    : text.replace(/<(?:style|script)[\s\S]*?<\/[^>]*>|<[^>]*>/g, ' ')
  const words = plain.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return words.length > 200 ? `${words.slice(0, 200)}…` : words || 'an empty answer'
}
