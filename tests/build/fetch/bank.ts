import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a bank was asked. */
export interface Asked {
  method: string
  path: string
  body: { query?: { code: string; selection: { filter: string; values: string[] } }[]; response?: { format: string } }
}

/** A server on this machine that answers as PxWeb's API does, and otherwise as a test wants. */
export interface Bank {
  url: string
  asked: Asked[]
  /** The boats of each harbour, by its code; `null` is missing. */
  boats: Record<string, number | null>
  updated: string
  /** Answers a request itself; gives false where the bank is to answer as it does. */
  instead: (asked: Asked, response: ServerResponse, request: IncomingMessage) => boolean
  close: () => Promise<void>
}

export const harbours: Record<string, string> = {
  '0101': 'Norra hamnen',
  '0102': 'Södra hamnen',
  '0103': 'Östra hamnen',
}

/** Starts a bank with one table of boats by harbour and year, at `/PXWeb/api/v1/sv/boats`. */
export async function startBank(): Promise<Bank> {
  const bank: Omit<Bank, 'url' | 'close'> = {
    asked: [],
    boats: { '0101': 1310, '0102': 670, '0103': 640 },
    updated: '2026-03-01T08:00:00Z',
    instead: () => false,
  }
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    const asked = { method: request.method!, path: request.url!, body: text ? JSON.parse(text) : {} }
    bank.asked.push(asked)
    if (!bank.instead(asked, response, request)) answer(asked, response, bank)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return Object.assign(bank, { url: `http://127.0.0.1:${port}/PXWeb/api/v1/sv/boats`, close })
}

function answer(
  { method, path, body }: Asked,
  response: ServerResponse,
  { boats, updated }: Pick<Bank, 'boats' | 'updated'>,
): void {
  const send = (status: number, type: string, text: string | Buffer) => {
    response.writeHead(status, { 'content-type': type })
    response.end(text)
  }
  if (path !== '/PXWeb/api/v1/sv/boats') return void send(404, 'application/json', '')
  if (method === 'GET')
    return void send(
      200,
      'application/json; charset=utf-8',
      JSON.stringify({
        title: 'Båtar efter hamn och år',
        variables: [
          { code: 'Hamn', text: 'hamn', values: Object.keys(harbours), valueTexts: Object.values(harbours) },
          { code: 'Tid', text: 'år', values: ['2025', '2026'], valueTexts: ['2025', '2026'], time: true },
        ],
      }),
    )
  const codes = body.query?.find(({ code }) => code === 'Hamn')?.selection.values ?? Object.keys(harbours)
  const isKnown =
    body.query?.every(({ code }) => ['Hamn', 'Tid'].includes(code)) && codes.every((code) => code in harbours)
  if (!isKnown) return void send(400, 'application/json', '{"error":"Parameter error"}')
  const values = codes.map((code) => boats[code] ?? null)
  const names = codes.map((code) => harbours[code]!)
  const shown = values.map((value) => value ?? '..')
  if (body.response?.format === 'px')
    return void send(200, 'application/octet-stream', px(codes, names, values, updated))
  if (body.response?.format === 'csv') {
    const rows = names.map((name, at) => `"${name}",${shown[at]}`)
    return void send(
      200,
      'text/csv; charset=iso-8859-1',
      Buffer.from(`"hamn","Båtar 2026"\r\n${rows.join('\r\n')}\r\n`, 'latin1'),
    )
  }
  send(
    200,
    'application/json',
    JSON.stringify({
      class: 'dataset',
      version: '2.0',
      label: 'Båtar efter hamn och år',
      source: 'Statistiska centralbyrån',
      updated,
      id: ['Hamn', 'Tid'],
      size: [codes.length, 1],
      dimension: {
        Hamn: { label: 'hamn', category: { index: codes, label: harbours } },
        Tid: { label: 'år', category: { index: { '2026': 0 }, label: { '2026': '2026' } } },
      },
      value: values,
    }),
  )
}

function px(codes: string[], names: string[], values: (number | null)[], updated: string): Buffer {
  const list = (all: string[]) => all.map((each) => `"${each}"`).join(',')
  const text = `CHARSET="ANSI";
CODEPAGE="windows-1252";
STUB="hamn";
HEADING="år";
VALUES("hamn")=${list(names)};
CODES("hamn")=${list(codes)};
VALUES("år")="2026";
LAST-UPDATED="${updated.slice(0, 10).replaceAll('-', '')} 08:00";
SOURCE="Statistiska centralbyrån";
DATA=
${values.map((value) => value ?? '".."').join('\n')};
`
  return Buffer.from(text, 'latin1')
}
