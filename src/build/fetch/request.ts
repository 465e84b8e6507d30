import { mostBytes } from '../../update/limit.ts'

/** What goes out to the network, and the day that it is: handed in by who runs a fetch. */
export interface FetchEffects {
  fetch: typeof globalThis.fetch
  now: () => Date
  write: (path: string, data: string | Uint8Array) => Promise<void>
}

/** What a server answered. */
export interface Answer {
  status: number
  /** Its kind, without what stands behind `;`. */
  type: string
  /** Where a redirect leads, and after how many seconds to ask again. */
  location: string | null
  retryAfter: string | null
  body: Uint8Array
}

/** Why there is no answer, or no whole one. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
  readonly why: 'slow' | 'unreachable' | 'cut-off' | 'too-large'

  constructor(why: NoAnswer['why'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.why = why
  }
}

/**
 * Asks a server once, and reads its answer whole; redirects are not followed.
 *
 * @param body what is posted, as JSON; nothing for a GET
 * @param timeout seconds, for all of it
 * @throws {NoAnswer} where the answer does not come, comes in part, or is larger than a data file may be
 */
export async function request(
  url: string,
  body: unknown,
  timeout: number,
  fetch: FetchEffects['fetch'],
): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout * 1000)
  const posted = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const headers = { 'content-type': 'application/json', accept: '*/*' }
  const response = await fetch(url, { ...posted, headers, signal, redirect: 'manual' }).catch((error: Error) => {
    throw unanswered(error, 'unreachable')
  })
  const bytes = await wholeBody(response).catch((error: Error) => {
    throw error instanceof NoAnswer ? error : unanswered(error, 'cut-off')
  })
  return {
    status: response.status,
    type: (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
    location: response.headers.get('location'),
    retryAfter: response.headers.get('retry-after'),
    body: bytes,
  }
}

function unanswered(error: Error, why: NoAnswer['why']): NoAnswer {
  const cause =
    error.cause instanceof Error ? `: ${error.cause.message || (error.cause as { code?: string }).code}` : ''
  const isSlow = error.name === 'TimeoutError' || error.name === 'AbortError'
  return new NoAnswer(isSlow ? 'slow' : why, `${error.message}${cause}`, { cause: error })
}

async function wholeBody(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > mostBytes) throw new NoAnswer('too-large', `more than ${mostBytes} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
