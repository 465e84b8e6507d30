import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** The parts of an Office file, by path. */
export type Parts = Map<string, Uint8Array>

export const unpacked = (written: Uint8Array): Parts => new Map(Object.entries(unzipSync(written)))

/** Changes a part that is XML, where there is one. */
export function rewrite(parts: Parts, path: string, change: (xml: string) => string): void {
  const part = parts.get(path)
  if (part) parts.set(path, strToU8(change(strFromU8(part))))
}

/** Numbers the relationships of all parts in the order they come in. */
export function renumberRelationships(parts: Parts): void {
  for (const path of [...parts.keys()].filter((each) => each.endsWith('.rels'))) {
    const names = relationshipNames(strFromU8(parts.get(path)!))
    rewrite(parts, path, (xml) => xml.replace(/\bId="([^"]+)"/g, (_, id: string) => `Id="${names.get(id)}"`))
    rewrite(parts, ownerOf(path), (xml) =>
      xml.replace(
        /\br:(id|embed|link)="([^"]+)"/g,
        (_, kind: string, id: string) => `r:${kind}="${names.get(id) ?? id}"`,
      ),
    )
  }
}

/** The part whose relationships a file lists. */
const ownerOf = (path: string) => path.replace('_rels/', '').replace(/\.rels$/, '')

function relationshipNames(xml: string): Map<string, string> {
  const ids = [...xml.matchAll(/\bId="([^"]+)"/g)].map(([, id]) => id!)
  return new Map(ids.map((id, at) => [id, `rId${at + 1}`]))
}

/** Parts as a zip. Its clock has no time zone and begins in 1980: all parts get its first noon. */
export function packed(parts: Parts): Uint8Array {
  const mtime = new Date(1980, 0, 1, 12)
  const contentTypes = '[Content_Types].xml'
  const paths = [...parts.keys()].filter((path) => path !== contentTypes && !path.endsWith('/')).sort()
  const files: Zippable = {}
  for (const path of [contentTypes, ...paths]) files[path] = [parts.get(path)!, { mtime, level: 9 }]
  return zipSync(files)
}
