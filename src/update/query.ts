import { z } from 'zod'
import { dataSchema, type Said } from './settings.ts'

/** The formats that a PxWeb query may ask for, with the ending of the file they make. */
export const queryFormats = { csv: 'csv', csv2: 'csv', csv3: 'csv', px: 'px', 'json-stat2': 'json' } as const
export type QueryFormat = keyof typeof queryFormats

const isAddress = (text: string) => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return /^https?:$/.test(protocol) && !username && !password
}

/** `NAME.query.yaml`: a query to PxWeb's API (version 1), and what its answer is for. */
export const querySchema = dataSchema.extend({
  /** The address of the table in the API. */
  url: z.string().refine(isAddress, 'an address that begins with http:// or https://, without a user name'),
  /** What is selected of each variable, as PxWeb's API takes it; a variable that is not named may be left out by the bank. */
  query: z.array(
    z.strictObject({
      code: z.string().min(1),
      selection: z.strictObject({
        /** item, all, top, agg:… or vs:…, as PxWeb names them */
        filter: z.string().min(1),
        values: z.array(z.union([z.string(), z.number()], { error: 'a text' }).transform(String)),
      }),
    }),
  ),
  format: z.enum(Object.keys(queryFormats) as [QueryFormat, ...QueryFormat[]]).default('json-stat2'),
})

export type Query = z.output<typeof querySchema>

/** A query file as it was read. */
export interface QueryFile extends Pick<Said, 'at'> {
  /** "unemployment" of unemployment.query.yaml. */
  name: string
  /** As messages show it. */
  file: string
  query: Query
}

/** The file that the answer of a query is kept in. */
export const answerFile = ({ name, query }: Pick<QueryFile, 'name' | 'query'>) =>
  `${name}.${queryFormats[query.format]}`

/** What a query file says of the data file that it makes. PxWeb's CSV has a decimal point, and divides no thousands. */
export function settingsOfQuery({ query, at }: QueryFile): Said {
  const { url, query: selection, format, ...settings } = query
  return { value: { ...(queryFormats[format] === 'csv' ? { decimal: '.' } : {}), ...settings }, at }
}
