import { defineConfig } from 'vitest/config'

const shipped = 'tests/shipped/**/*.test.ts'
const integration = 'tests/**/*.integration.test.ts'

/** A kind of tests: those of some files, guarded by the setup of its name. */
const kind = (name: string, include: string, ...exclude: string[]) => ({
  extends: true as const,
  test: { name, include: [include], exclude, setupFiles: [`tests/support/guards/${name}.ts`] },
})

/**
 * Three kinds of tests, told apart by the names of their files; what each may do is guarded.
 *
 * - unit: no browser, no other process, not the report in source/. Quick: `npm run test:unit`
 * - integration: with a browser, git or the built command; of small reports, the example and frozen fixtures
 * - shipped: about the documents of the report in source/
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
    globalSetup: ['tests/support/run-folder.ts'],
    // files share what they have loaded; most of a test's time was loading it
    isolate: false,
    maxWorkers: '100%',
    projects: [
      kind('unit', 'tests/**/*.test.ts', integration, shipped),
      kind('integration', integration, shipped),
      kind('shipped', shipped),
    ],
  },
})
