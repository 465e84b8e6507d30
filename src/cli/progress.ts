import { Listr, ListrLogger, type ListrTask, ProcessOutput } from 'listr2'
import type { PlannedDocument } from '../build/plan.ts'
import type { PreparedBuild } from '../build/prepare.ts'
import type { Built } from '../build/run.ts'
import type { Output } from './io.ts'

/** The stages of a build, as its progress is shown. */
export interface Progress {
  prepare(): Promise<PreparedBuild>
  /** What becomes of each planned document, in their order. */
  build(prepared: PreparedBuild): Promise<Built>[]
  finish(prepared: PreparedBuild, built: Built): Promise<void>
}

/** Runs a build with a task list on a terminal, plain lines elsewhere; all of it in one place, or nothing. */
export async function showProgress(
  { quiet, json }: { quiet?: boolean; json?: boolean },
  output: Output,
  stages: Progress,
): Promise<Built> {
  const built: Built = { artifacts: [], failures: [], unchanged: [] }
  let prepared: PreparedBuild
  const stream = output as NodeJS.WriteStream
  const logger = new ListrLogger({ processOutput: new ProcessOutput(stream, stream) })
  const tasks = new Listr(
    [
      {
        title: 'Read the report',
        task: async (_, task) => {
          prepared = await stages.prepare()
          const { sections, tables } = prepared.source.report
          task.title = `Read ${prepared.source.folder.shown}/report.md: ${sections.length} chapters, ${tables.length} tables`
        },
      },
      {
        title: 'Build the documents',
        task: (_, task) => {
          const results = stages.build(prepared)
          const making = prepared.documents.map((planned, at) => ({ planned, result: results[at]! }))
          return task.newListr(
            byAudience(making).map(([audience, documents]) => audienceTask(audience, documents, built)),
            { exitOnError: false },
          )
        },
      },
      { title: 'Write the manifest', task: () => stages.finish(prepared, built) },
    ],
    {
      renderer: 'default',
      rendererOptions: { logger, collapseSubtasks: false },
      fallbackRenderer: 'simple',
      fallbackRendererCondition: () => !output.isTTY,
      fallbackRendererOptions: { logger },
      silentRendererCondition: () => Boolean(quiet || json),
    },
  )
  await tasks.run()
  return built
}

/** A planned document and what becomes of it. */
interface Making {
  planned: PlannedDocument
  result: Promise<Built>
}

/** Tells of an audience's documents in their order, whichever is done first. */
function audienceTask(audience: string, documents: Making[], into: Built): ListrTask {
  return {
    title: audience,
    task: async (_, task) => {
      const before = into.failures.length
      const standing = into.unchanged.length
      for (const { planned, result } of documents) {
        task.output = planned.artifacts.map(({ path }) => path).join(', ')
        const { artifacts, failures, unchanged } = await result
        into.artifacts.push(...artifacts)
        into.failures.push(...failures)
        into.unchanged.push(...unchanged)
      }
      const failed = into.failures.length - before
      const files = documents.flatMap(({ planned }) => planned.artifacts).length
      const unchanged = into.unchanged.length - standing
      task.title = `${audience}: ${files - failed} of ${files} files${unchanged ? `, ${unchanged} unchanged` : ''}`
      if (failed) throw new Error(`${failed} failed`)
    },
  }
}

function byAudience(all: Making[]): [string, Making[]][] {
  const groups = new Map<string, Making[]>()
  for (const making of all) {
    const { id } = making.planned.audience
    groups.set(id, [...(groups.get(id) ?? []), making])
  }
  return [...groups]
}
