import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../input/problem.ts'
import type { Format } from '../../tailor/audience.ts'
import { manifestSchema } from '../manifest.ts'
import type { PlannedDocument } from '../plan.ts'
import type { BuildFolders } from '../prepare.ts'
import { sha256 } from '../sha256.ts'

/** A file of the output folder, built or planned. */
export interface Artifact {
  planned: PlannedDocument
  path: string
  format: Format
  /** Its bytes; null where it is not built. */
  data: Uint8Array | null
  /** What is not as it was when it was built. */
  warnings: string[]
}

/**
 * The artifact that a path names: a file of an output folder, or the place that it will have there.
 *
 * @param out the output folder where the path does not lead into one
 * @returns null where nothing of the plan has that path
 */
export async function artifactNamed(
  asked: string,
  documents: PlannedDocument[],
  folders: BuildFolders,
  out: string,
): Promise<Artifact | null> {
  const folder = outputFolder(asked) ?? resolve(out)
  const within = relative(folder, resolve(asked)).split(sep).join('/')
  for (const path of [within, asked.split(sep).join('/')]) {
    for (const planned of documents) {
      const artifact = planned.artifacts.find((each) => each.path.normalize('NFC') === path.normalize('NFC'))
      if (artifact) return { planned, ...artifact, ...(await asBuilt(folder, artifact.path, folders)) }
    }
  }
  return null
}

/** The nearest folder around a file that has a manifest. */
function outputFolder(file: string): string | null {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'manifest.json'))) return folder
    if (folder === dirname(folder)) return null
  }
}

async function asBuilt(
  folder: string,
  path: string,
  folders: BuildFolders,
): Promise<Pick<Artifact, 'data' | 'warnings'>> {
  const file = join(folder, path)
  if (!existsSync(file) || !statSync(file).isFile())
    return { data: null, warnings: [`${path} is not built yet; this is what it would be`] }
  const data = new Uint8Array(await readFile(file))
  const built = (await readManifest(folder))?.artifacts.find((each) => each.path === path)
  if (!built) return { data, warnings: [`${path} is not in a manifest; it may differ from what is traced`] }
  const changed = await changedInputs(built.inputs, folders)
  return {
    data,
    warnings: [
      ...(sha256(data) === built.sha256 ? [] : [`${path} is not the file that was built`]),
      ...(changed.length
        ? [`${changed.join(', ')} changed since ${path} was built; this is what it would be now`]
        : []),
    ],
  }
}

/** What is read of a manifest, also of one that another version wrote. */
const record = manifestSchema.shape.artifacts.element.pick({ path: true, sha256: true, inputs: true }).strip()
const manifest = z.object({ artifacts: z.array(record) })

async function readManifest(folder: string): Promise<z.infer<typeof manifest> | null> {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) return null
  try {
    return manifest.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new Problem('is not a manifest', { file: path, expected: 'what `prisme build` writes' }, { cause })
  }
}

/** What gives a document its look says nothing in it. */
const dressing = /\.(?:css|js|html\.hbs|svg|png|jpe?g)$/

/** The inputs of an artifact's text that are not what they were, or not there any more. */
async function changedInputs(inputs: z.infer<typeof record>['inputs'], folders: BuildFolders): Promise<string[]> {
  const roots = [folders.source, ...folders.templates.folders].sort((a, b) => b.name.length - a.name.length)
  const changed: string[] = []
  for (const { path, sha256: before } of inputs) {
    if (dressing.test(path)) continue
    const root = roots.find(({ name }) => path.startsWith(`${name}/`))
    const file = root && join(root.path, path.slice(root.name.length + 1))
    if (!file || !existsSync(file) || sha256(await readFile(file)) !== before) changed.push(path)
  }
  return changed
}
