import { z } from 'zod'

/** `out/manifest.json`: what was built from what. Sorted by path, no dates, no absolute paths. */
const file = z.strictObject({ path: z.string(), sha256: z.string() })

const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
})

const artifactSchema = z.strictObject({
  path: z.string(),
  audience: z.string(),
  edition: z.string().nullable(),
  document: z.string(),
  format: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  pages: z.int().nullable(),
  /** Words shown, source lines and notes left out. */
  words: z.int(),
  /** The reading level of the running text. */
  lix: z.int().nullable(),
  title: z.string(),
  /** The hash of all that it was made from: what has the same one need not be made again. */
  recipe: z.string(),
  inputs: z.array(file),
  sources: z.array(z.tuple([z.int(), z.int()])),
  findings: z.array(findingSchema),
})

export const manifestSchema = z.strictObject({
  schemaVersion: z.literal(1),
  tool: z.string(),
  chromium: z.string().nullable(),
  source: file,
  artifacts: z.array(artifactSchema),
})

export type Manifest = z.infer<typeof manifestSchema>
export type Artifact = z.infer<typeof artifactSchema>
export type ArtifactFinding = z.infer<typeof findingSchema>

/** A manifest's text: its artifacts by path. */
export function manifestText(manifest: Manifest): string {
  const artifacts = [...manifest.artifacts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return `${JSON.stringify({ ...manifest, artifacts }, null, 2)}\n`
}
