import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'

/** What Word or PowerPoint would stumble over in a file: parts that are no XML, that lead nowhere or that nothing tells the type of, ids taken twice. */
export function faultsOf(bytes: Uint8Array): string[] {
  const parts = new Map(
    Object.entries(unzipSync(bytes)).flatMap(([path, data]): [string, string][] =>
      path.endsWith('/') ? [] : [[path, /\.(?:xml|rels)$/.test(path) ? strFromU8(data) : '']],
    ),
  )
  return [
    ...[...parts].filter(([, xml]) => xml).flatMap(([path, xml]) => malformed(xml).map((fault) => `${path}: ${fault}`)),
    ...untyped(parts),
    ...[...parts.keys()].filter((path) => path.endsWith('.rels')).flatMap((path) => lostTargets(path, parts)),
    ...lostIds(parts),
  ]
}

const token =
  /<\?[^?]*\?>|<\/(?<end>[\w:.-]+)\s*>|<(?<begin>[\w:.-]+)(?<attributes>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y

/** The first place where a text is no XML. */
function malformed(xml: string): string[] {
  const open: string[] = []
  let roots = 0
  token.lastIndex = 0
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex
    const found = token.exec(xml)
    if (!found) return [`no XML at ${xml.slice(at, at + 40)}`]
    const { end, begin, attributes = '', empty, text = '' } = found.groups!
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text + attributes)) return [`a bare & in ${found[0]}`]
    const names = [...attributes.matchAll(/([\w:.-]+)="/g)].map(([, name]) => name)
    if (new Set(names).size < names.length) return [`an attribute twice in ${found[0]}`]
    if (end && open.pop() !== end) return [`</${end}> closes nothing`]
    if (begin && !open.length) roots += 1
    if (begin && !empty) open.push(begin)
  }
  if (open.length) return [`<${open.at(-1)}> stays open`]
  return roots === 1 ? [] : [`${roots} roots`]
}

/** Parts without a content type, and types of parts that are not there. */
function untyped(parts: Map<string, string>): string[] {
  const types = parts.get('[Content_Types].xml') ?? ''
  const endings = new Set(all(types, /<Default [^>]*Extension="([^"]+)"/g))
  const named = new Set(all(types, /<Override [^>]*PartName="\/([^"]+)"/g))
  const bare = [...parts.keys()].filter((path) => !named.has(path) && !endings.has(path.split('.').at(-1)!))
  return [
    ...bare.filter((path) => path !== '[Content_Types].xml').map((path) => `${path}: no content type`),
    ...[...named].filter((path) => !parts.has(path)).map((path) => `[Content_Types].xml: ${path} is not there`),
  ]
}

function lostTargets(path: string, parts: Map<string, string>): string[] {
  const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
  const folder = owner.includes('/') ? owner.replace(/[^/]+$/, '') : ''
  const relations = [...parts.get(path)!.matchAll(/<Relationship [^>]+>/g)].map(([tag]) => tag)
  const ids = relations.map((tag) => /\bId="([^"]*)"/.exec(tag)![1]!)
  const inside = relations.filter((tag) => !tag.includes('TargetMode="External"'))
  const targets = inside.map((tag) => /\bTarget="([^"]*)"/.exec(tag)![1]!)
  const at = (target: string) => (target.startsWith('/') ? target.slice(1) : posix.normalize(folder + target))
  const used = all(parts.get(owner) ?? '', /\br:(?:id|embed|link)="([^"]+)"/g)
  return [
    ...twice(ids).map((id) => `${path}: ${id} twice`),
    ...targets.filter((target) => !parts.has(at(target))).map((target) => `${path}: ${target} is not there`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `${owner}: no relationship ${id}`),
  ]
}

/** Ids that are taken twice, and those that are asked for and are not there. */
function lostIds(parts: Map<string, string>): string[] {
  const text = [...parts].filter(([path]) => /^word\/[^/]+\.xml$/.test(path)).map(([, xml]) => xml)
  const every = (pattern: RegExp) => text.flatMap((xml) => all(xml, pattern))
  const names = every(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)
  const [starts, ends] = [every(/<w:bookmarkStart [^>]*w:id="(\d+)"/g), every(/<w:bookmarkEnd [^>]*w:id="(\d+)"/g)]
  const notes = every(/<w:footnote [^>]*w:id="(-?\d+)"/g)
  const abstracts = every(/<w:abstractNum [^>]*w:abstractNumId="(\d+)"/g)
  const numberings = every(/<w:num [^>]*w:numId="(\d+)"/g)
  const styles = every(/w:styleId="([^"]+)"/g)
  /** What is there without being in the file. */
  const words = ['DefaultParagraphFont']
  const own: [string, string[]][] = [
    ['drawing', every(/<wp:docPr [^>]*\bid="(\d+)"/g)],
    ['bookmark', starts],
    ['bookmark', names],
    ['footnote', notes],
    ['numbering', numberings],
    ['style', styles],
  ]
  const asked: [string, string[], string[]][] = [
    ['end of bookmark', starts, ends],
    ['start of bookmark', ends, starts],
    ['bookmark', every(/w:anchor="([^"]+)"|(?:NOTEREF|PAGEREF) (\S+)/g), names],
    ['footnote', every(/<w:footnoteReference [^>]*w:id="(\d+)"/g), notes],
    ['numbering', every(/<w:numId w:val="(\d+)"/g), numberings],
    ['abstract numbering', every(/<w:abstractNumId w:val="(\d+)"/g), abstracts],
    ['style', every(/<w:(?:[pr]Style|basedOn|next|link) w:val="([^"]+)"/g), [...styles, ...words]],
  ]
  return [
    ...own.flatMap(([kind, ids]) => twice(ids).map((id) => `${kind} ${id} twice`)),
    ...asked.flatMap(([kind, ids, there]) => {
      const known = new Set(there)
      return [...new Set(ids)].filter((id) => !known.has(id)).map((id) => `no ${kind} ${id}`)
    }),
  ]
}

const all = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map((found) => found[1] ?? found[2]!)
const twice = (ids: string[]) => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
