import { z } from 'zod'
import { noSuch } from '../../input/no-such.ts'
import type { Problem } from '../../input/problem.ts'
import type { QueryFile } from '../../update/query.ts'
import { type FetchEffects, request } from './request.ts'

/** What PxWeb tells of a table, as far as a query can be held against it. */
const metadataSchema = z.looseObject({
  variables: z.array(z.looseObject({ code: z.string(), text: z.string().optional(), values: z.array(z.string()) })),
})

/**
 * What is wrong with a query that the bank did not understand, by what it tells of its table: variables and values that there are
 * not, each with its place in the query file and the nearest that there is. None where the bank tells nothing.
 */
export async function wrongInQuery(
  { query, at }: QueryFile,
  timeout: number,
  fetch: FetchEffects['fetch'],
): Promise<Problem[]> {
  const answer = await request(query.url, undefined, timeout, fetch).catch(() => null)
  if (answer?.status !== 200) return []
  const metadata = metadataSchema.safeParse(parsed(answer.body)).data
  if (!metadata) return []
  const { variables } = metadata
  return query.query.flatMap(({ code, selection: { filter, values } }, index) => {
    const variable = variables.find((each) => each.code === code)
    const place = at(['query', index, 'code'])
    if (!variable)
      return [
        noSuch(
          `the table has no variable "${code}"`,
          code,
          variables.map((each) => each.code),
          place,
        ),
      ]
    if (filter !== 'item') return []
    return values.flatMap((value, nth) =>
      variable.values.includes(value)
        ? []
        : [
            noSuch(
              `${code} has no value "${value}"`,
              value,
              variable.values,
              at(['query', index, 'selection', 'values', nth]),
            ),
          ],
    )
  })
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return null
  }
}
