import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { differenceSchema } from '../build/diff/difference.ts'
import { manifestSchema } from '../build/manifest.ts'
import { traceSchema } from '../build/trace/shape.ts'
import { writeWhole } from '../build/write.ts'
import { editorialSchema } from '../editorial/schema.ts'
import { profileSchema } from '../model/profile.ts'
import { reportSchema } from '../model/report.ts'
import { brandSchema } from '../render/theme.ts'
import { audienceSchema } from '../tailor/audience.ts'
import { querySchema } from '../update/query.ts'
import { dataSchema, folderSchema } from '../update/settings.ts'
import type { Io } from './io.ts'

/** The files and outputs that have a schema, by the name of its file. */
const schemas: Record<string, z.ZodType> = {
  model: reportSchema,
  report: profileSchema,
  editorial: editorialSchema,
  audience: audienceSchema,
  data: dataSchema,
  'data-folder': folderSchema,
  query: querySchema,
  brand: brandSchema,
  manifest: manifestSchema,
  diff: differenceSchema,
  trace: traceSchema,
}

export function schemaCommand(program: Command, _exit: (code: number) => void, io: Io): Command {
  return program
    .command('schema')
    .description(
      'Writes the JSON Schemas of the model, report.yaml, editorial.yaml, an audience, what data files say of themselves and data.yaml of all of them, the queries of `prisme fetch`, brand.yaml, the manifest, and of what `prisme diff --json` and `prisme trace --json` print.',
    )
    .option('--out <dir>', 'where to write them', 'schemas')
    .option('--json', 'all of them as one JSON document on stdout, nothing written')
    .option('--quiet', 'no list of files')
    .action(async ({ out, json, quiet }: { out: string; json?: boolean; quiet?: boolean }) => {
      const made = Object.entries(schemas).map(
        ([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })] as const,
      )
      if (json) {
        io.stdout.write(`${JSON.stringify(Object.fromEntries(made))}\n`)
        return
      }
      await mkdir(out, { recursive: true })
      for (const [name, schema] of made) {
        const path = join(out, `${name}.schema.json`)
        await writeWhole(path, `${JSON.stringify(schema, null, 2)}\n`)
        if (!quiet) io.stderr.write(`${path}\n`)
      }
    })
}
