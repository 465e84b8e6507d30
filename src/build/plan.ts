import { noSuch } from '../input/no-such.ts'
import { Problem } from '../input/problem.ts'
import type { Entity } from '../model/report.ts'
import { type Audience, type AudienceDocument, type Format, formats } from '../tailor/audience.ts'
import type { Material } from '../tailor/rendering.ts'
import { editionsOf } from '../tailor/tailor.ts'

/** One document of one edition, with the files it is to become. */
export interface PlannedDocument {
  audience: Audience
  document: AudienceDocument
  edition: Entity | null
  artifacts: { path: string; format: Format }[]
}

export interface Choice {
  /** Entities by name, any case; all where left out. */
  editions?: string[]
  formats?: string[]
}

/**
 * Which documents are to be made, in the order of their paths.
 *
 * @throws {Problem} for an edition or format that is not there, and for two artifacts with one path
 */
export function planBuild(audiences: Audience[], material: Material, choice: Choice): PlannedDocument[] {
  const wanted = formatsOf(choice.formats)
  const all = audiences.flatMap((audience) =>
    editionsOf(audience, material).flatMap((edition) =>
      audience.documents.map((document) => ({
        audience,
        document,
        edition,
        artifacts: artifactsOf(audience, document, edition, wanted),
      })),
    ),
  )
  refuseSamePath(all)
  const chosen = choice.editions?.length
    ? all.filter(({ edition }) => edition && choice.editions!.some((name) => isEdition(edition, name)))
    : all
  refuseUnknownEditions(all, choice.editions ?? [])
  return chosen.filter(({ artifacts }) => artifacts.length)
}

function formatsOf(names: string[] | undefined): Format[] {
  for (const name of names ?? []) {
    if (!(formats as readonly string[]).includes(name)) throw noSuch(`unknown format "${name}"`, name, formats)
  }
  return formats.filter((format) => !names?.length || names.includes(format))
}

function artifactsOf(audience: Audience, document: AudienceDocument, edition: Entity | null, wanted: Format[]) {
  const folder = [audience.id, ...(edition ? [fileName(edition.name)] : [])].join('/')
  return document.formats
    .filter((format) => wanted.includes(format))
    .map((format) => ({ format, path: `${folder}/${artifactName(document.name, format)}` }))
}

/** "deck.pdf", "deck-notes.pdf" */
function artifactName(name: string, format: Format): string {
  const [extension, variant] = format.split('-')
  return variant ? `${name}-${variant}.${extension}` : `${name}.${extension}`
}

/** A name that every file system takes and that stays in its folder. */
function fileName(name: string): string {
  const safe = name
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, '-')
    .replace(/\s+/g, '-')
    .replace(/^\.+|\.+$/g, '')
  return safe || '-'
}

const isEdition = (entity: Entity, name: string) =>
  [entity.name, fileName(entity.name)].some((each) => each.toLowerCase() === name.normalize('NFC').toLowerCase())

function refuseUnknownEditions(all: PlannedDocument[], names: string[]): void {
  const editions = [...new Set(all.flatMap(({ edition }) => edition?.name ?? []))]
  for (const name of names) {
    if (all.some(({ edition }) => edition && isEdition(edition, name))) continue
    throw noSuch(`unknown edition "${name}"`, name, editions)
  }
}

function refuseSamePath(all: PlannedDocument[]): void {
  const seen = new Map<string, Audience>()
  for (const { audience, artifacts } of all) {
    for (const { path } of artifacts) {
      const key = path.toLowerCase()
      if (seen.has(key))
        throw new Problem('makes a file that another document makes too', {
          ...audience.at(['documents']),
          found: path,
          expected: 'names that differ',
        })
      seen.set(key, audience)
    }
  }
}
