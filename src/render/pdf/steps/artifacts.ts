import { PDFName } from '@cantoo/pdf-lib'
import { type Operation, operationsOf } from '../file/content.ts'
import { Mark, type StructureElement } from '../file/element.ts'
import { repeatedHeads } from './repeated-heads.ts'
import type { Step, Unfinished } from './step.ts'

/**
 * Marks as artifacts what is painted outside the structure: running heads, page numbers, backgrounds, borders
 * (ISO 32000-1, 14.8.2.2). Backgrounds that the browser counts to an element are taken out of it, but for those of figures; so are
 * the heads of a table where it goes on on another page.
 */
export const artifacts: Step = (unfinished) => {
  const { file, pages, structure } = unfinished
  const pictured = new Set(structure.all.filter(({ type }) => type === 'Figure').flatMap(({ marks }) => marks))
  const grounds = structure.all.flatMap((element) => groundsOf(element, pictured, unfinished))
  const kinds = new Map<Mark, Kind>(grounds.map((mark) => [mark, 'Layout']))
  for (const mark of repeatedHeads(unfinished)) kinds.set(mark, 'Pagination')
  for (const page of file.getPages()) {
    const demoted = new Map(
      [...kinds].filter(([mark]) => mark.page === page.ref).map(([{ mcid }, kind]) => [mcid, kind]),
    )
    const bytes = withArtifacts(pages.contentOf(page.ref).bytes, demoted)
    page.node.set(PDFName.of('Contents'), file.context.register(file.context.flateStream(bytes)))
  }
}

/** Takes the marks that show nothing but areas and lines out of an element. */
function groundsOf(element: StructureElement, pictured: Set<Mark>, { pages }: Unfinished): Mark[] {
  const grounds = element.children.filter(
    (child): child is Mark =>
      child instanceof Mark &&
      !pictured.has(child) &&
      pages.paintedBy(child).every(({ kind }) => kind === 'area' || kind === 'line'),
  )
  if (grounds.length) element.children = element.children.filter((child) => !grounds.includes(child as Mark))
  return grounds
}

/** A page's content with artifacts marked; `demoted` are the marked-content identifiers that become ones. */
function withArtifacts(bytes: Uint8Array, demoted: Map<number, Kind>): Uint8Array {
  const operations = [...operationsOf(bytes)]
  const parts: Uint8Array[] = []
  let at = 0
  const put = (text: string, from: number, to: number) => {
    parts.push(bytes.subarray(at, from), Buffer.from(text))
    at = to
  }
  const edits = [...demotions(operations, demoted), ...stretches(operations).flatMap(marksAround)]
  for (const { text, from, to } of edits.sort((one, other) => one.from - other.from)) put(text, from, to)
  parts.push(bytes.subarray(at))
  return Buffer.concat(parts)
}

interface Edit {
  text: string
  from: number
  to: number
}

type Kind = 'Layout' | 'Pagination'

const opening = (type: Kind) => `/Artifact <</Type /${type}>> BDC`

function demotions(operations: Operation[], demoted: Map<number, Kind>): Edit[] {
  return operations.flatMap(({ operator, operands, start, end }) => {
    const kind = operator === 'BDC' && demoted.get(mcidOf(operands[1]))
    return kind ? [{ text: opening(kind), from: start, to: end }] : []
  })
}

const mcidOf = (properties: unknown) => (properties instanceof Map ? (properties.get('/MCID') as number) : -1)

interface Stretch {
  from: number
  to: number
  hasText: boolean
}

const marksAround = ({ from, to, hasText }: Stretch): Edit[] => [
  { text: `${opening(hasText ? 'Pagination' : 'Layout')}\n`, from, to: from },
  { text: '\nEMC', from: to, to },
]

/** What is painted without a mark, as the longest stretches that begin and end both within or both outside a text object. */
function stretches(operations: Operation[]): Stretch[] {
  const found: Stretch[] = []
  let open: Stretch | undefined
  let depth = 0
  let path: Operation | undefined
  let text: Operation | undefined
  const end = () => {
    if (open) found.push(open)
    open = undefined
  }
  const extend = (from: number, to: number, hasText: boolean) => {
    open = { from: open?.from ?? from, to, hasText: (open?.hasText ?? false) || hasText }
  }
  for (const [index, operation] of operations.entries()) {
    const { operator } = operation
    if (operator === 'BDC' || operator === 'BMC' || operator === 'EMC') {
      end()
      depth += operator === 'EMC' ? -1 : 1
    } else if (operator === 'BT') {
      // a text object with marks in it is taken apart, another stays whole
      text = hasMarks(operations, index) ? undefined : operation
      if (!text) end()
    } else if (operator === 'ET') {
      if (!text) end()
      text = undefined
    } else if (beginsPath.has(operator)) path ??= operation
    else if (endsPath.has(operator)) {
      if (depth === 0 && operator !== 'n') extend((path ?? operation).start, operation.end, false)
      path = undefined
    } else if (depth === 0 && paintsObject.has(operator)) extend(operation.start, operation.end, false)
    else if (depth === 0 && showsText.has(operator)) {
      const whole = text && textEnd(operations, index)
      extend((text ?? operation).start, (whole ?? operation).end, true)
    }
  }
  end()
  return found
}

function hasMarks(operations: Operation[], begin: number): boolean {
  for (let at = begin + 1; at < operations.length; at += 1) {
    const { operator } = operations[at]!
    if (operator === 'ET') return false
    if (operator === 'BDC' || operator === 'BMC' || operator === 'EMC') return true
  }
  return false
}

function textEnd(operations: Operation[], from: number): Operation | undefined {
  for (let at = from; at < operations.length; at += 1) if (operations[at]!.operator === 'ET') return operations[at]
  return undefined
}

const beginsPath = new Set(['m', 're'])
const endsPath = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n'])
const paintsObject = new Set(['Do', 'sh', 'EI'])
const showsText = new Set(['Tj', 'TJ', "'", '"'])
