import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PageText {
  text: string
  /** The left end of the line it stands on, from the lower left corner of the page's coordinates. */
  x: number
  y: number
}

/** A heading in the outline, its place in points, and how many others it stands under. */
export interface OutlineItem {
  title: string
  depth: number
  page: number
  y: number
}

export interface PdfPages {
  pages: { height: number; texts: PageText[] }[]
  outline: OutlineItem[]
}

/** The texts of each page with their places, and the outline with where it leads; pages count from 1. */
export async function pdfPages(pdf: Uint8Array): Promise<PdfPages> {
  return opened(pdf, async (file) => {
    const pages: PdfPages['pages'] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const { items } = await page.getTextContent()
      const texts = items.flatMap((item) =>
        'str' in item && item.str.trim() ? [{ text: item.str, x: item.transform[4], y: item.transform[5] }] : [],
      )
      pages.push({ height: page.view[3]! + page.view[1]!, texts })
    }
    const outline: OutlineItem[] = []
    const walk = async (items: Awaited<ReturnType<typeof file.getOutline>>, depth: number) => {
      for (const item of items ?? []) {
        const [ref, , , y] = item.dest as [{ num: number; gen: number }, unknown, number, number]
        outline.push({ title: item.title, depth, page: (await file.getPageIndex(ref)) + 1, y })
        await walk(item.items, depth + 1)
      }
    }
    await walk(await file.getOutline(), 0)
    return { pages, outline }
  })
}

/** An area filled with a colour: left, lower, right and upper edge. */
export interface Fill {
  colour: string
  box: [number, number, number, number]
}

/** What is filled on a page, as the bounds of each path. */
export async function fillsOn(pdf: Uint8Array, number: number): Promise<Fill[]> {
  return opened(pdf, async (file) => {
    const { fnArray, argsArray } = await (await file.getPage(number)).getOperatorList()
    const fills: Fill[] = []
    let state = { matrix: [1, 0, 0, 1, 0, 0], colour: '#000000' }
    const saved: (typeof state)[] = []
    fnArray.forEach((operator, at) => {
      const args = argsArray[at]
      if (operator === OPS.save) saved.push({ ...state })
      if (operator === OPS.restore) state = saved.pop()!
      if (operator === OPS.transform) state.matrix = multiplied(state.matrix, args)
      if (operator === OPS.setFillRGBColor) state.colour = String(args[0])
      if (operator === OPS.constructPath && [OPS.fill, OPS.eoFill].includes(args[0])) {
        const [left, lower, right, upper] = args[2] as number[]
        const corners = [placed(state.matrix, left!, lower!), placed(state.matrix, right!, upper!)]
        const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]!).sort((a, b) => a - b))
        fills.push({ colour: state.colour, box: [xs![0]!, ys![0]!, xs![1]!, ys![1]!] })
      }
    })
    return fills
  })
}

function multiplied([a, b, c, d, e, f]: number[], [g, h, i, j, k, l]: number[]): number[] {
  return [
    a! * g! + c! * h!,
    b! * g! + d! * h!,
    a! * i! + c! * j!,
    b! * i! + d! * j!,
    ...placed([a!, b!, c!, d!, e!, f!], k!, l!),
  ]
}

const placed = ([a, b, c, d, e, f]: number[], x: number, y: number) => [a! * x + c! * y + e!, b! * x + d! * y + f!]

type File = Awaited<ReturnType<typeof getDocument>['promise']>

async function opened<T>(pdf: Uint8Array, look: (file: File) => Promise<T>): Promise<T> {
  const task = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 })
  try {
    return await look(await task.promise)
  } finally {
    await task.destroy()
  }
}
