import { Problems } from '../../input/problem.ts'
import { type QueryFile, queryFormats } from '../../update/query.ts'
import { FetchFailed, noAnswerProblem, saidIn, statusProblem } from './failed.ts'
import { wrongInQuery } from './metadata.ts'
import { type Answer, type FetchEffects, NoAnswer, request } from './request.ts'

/**
 * Asks the bank of a query, and holds what comes against what was asked for.
 *
 * @param timeout seconds
 * @throws {Problem} or {Problems} for anything but a whole answer of the kind that was asked for, at the line of the query
 */
export async function answerTo(query: QueryFile, timeout: number, { fetch }: FetchEffects): Promise<Answer> {
  const { url, query: selection, format } = query.query
  const answer = await request(url, { query: selection, response: { format } }, timeout, fetch).catch((error) => {
    throw error instanceof NoAnswer ? noAnswerProblem(error, query, timeout) : error
  })
  const problem = statusProblem(answer, query)
  if (problem) {
    const wrong = answer.status === 400 || answer.status === 404 ? await wrongInQuery(query, timeout, fetch) : []
    throw new Problems(wrong.length ? wrong : [problem])
  }
  if (!types[queryFormats[format]].test(answer.type || 'text/plain'))
    throw new FetchFailed('the answer is of another kind than was asked for', {
      ...query.at(['url']),
      found: `${answer.type}: ${saidIn(answer)}`,
      expected: `${format}; is the address that of a table in the API?`,
    })
  if (!answer.body.length)
    throw new FetchFailed('the answer is empty', { ...query.at(['url']), expected: `a file in the format ${format}` })
  return answer
}

/** The kinds under which servers send each sort of file. */
const types: Record<(typeof queryFormats)[keyof typeof queryFormats], RegExp> = {
  csv: /csv|text\/plain|octet-stream|ms-excel/,
  px: /px|pc-axis|text\/plain|octet-stream/,
  json: /json|text\/plain|octet-stream/,
}
