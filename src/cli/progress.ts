import { Listr, ListrLogger, type ListrTask, ProcessOutput } from 'listr2'
import type { PlannedDocument } from '../build/plan.ts'
import type { Built, PreparedBuild } from '../build/run.ts'

/** The stages of a build, as its progress is shown. */
export interface Progress {
  prepare(): Promise<PreparedBuild>
  builder(prepared: PreparedBuild): (planned: PlannedDocument) => Promise<Built>
  finish(prepared: PreparedBuild, built: Built): Promise<void>
}

/** Runs a build with a task list on a terminal, plain lines elsewhere; all of it on stderr, or nothing. */
export async function showProgress(
  { quiet, json }: { quiet?: boolean; json?: boolean },
  stages: Progress,
): Promise<Built> {
  const built: Built = { artifacts: [], failures: [] }
  let prepared: PreparedBuild
  const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) })
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
          const build = stages.builder(prepared)
          return task.newListr(
            byAudience(prepared.documents).map(([audience, documents]) =>
              audienceTask(audience, documents, build, built),
            ),
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
      fallbackRendererCondition: () => !process.stderr.isTTY,
      fallbackRendererOptions: { logger },
      silentRendererCondition: () => Boolean(quiet || json),
    },
  )
  await tasks.run()
  return built
}

function audienceTask(
  audience: string,
  documents: PlannedDocument[],
  build: (planned: PlannedDocument) => Promise<Built>,
  into: Built,
): ListrTask {
  return {
    title: audience,
    task: async (_, task) => {
      const before = into.failures.length
      for (const planned of documents) {
        task.output = planned.artifacts.map(({ path }) => path).join(', ')
        const { artifacts, failures } = await build(planned)
        into.artifacts.push(...artifacts)
        into.failures.push(...failures)
      }
      const failed = into.failures.length - before
      const files = documents.flatMap(({ artifacts }) => artifacts).length
      task.title = `${audience}: ${files - failed} of ${files} files`
      if (failed) throw new Error(`${failed} failed`)
    },
  }
}

function byAudience(documents: PlannedDocument[]): [string, PlannedDocument[]][] {
  const groups = new Map<string, PlannedDocument[]>()
  for (const planned of documents)
    groups.set(planned.audience.id, [...(groups.get(planned.audience.id) ?? []), planned])
  return [...groups]
}
