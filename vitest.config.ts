import { defineConfig } from 'vitest/config'

const shipped = 'tests/shipped/**/*.test.ts'
const integration = 'tests/**/*.integration.test.ts'

/**
 * Three kinds of tests, told apart by the names of their files; what each may do is guarded.
 *
 * - unit: no browser, no other process, not the shipped report. Quick: `npm run test:unit`
 * - integration: with a browser, git or the built command; of small reports, the example and frozen fixtures
 * - shipped: about the documents of the report in source/
 */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
    globalSetup: ['tests/support/run-folder.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [integration, shipped],
          setupFiles: ['tests/support/guards/no-process.ts', 'tests/support/guards/no-shipped-report.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [integration],
          exclude: [shipped],
          setupFiles: ['tests/support/guards/no-shipped-report.ts'],
        },
      },
      { extends: true, test: { name: 'shipped', include: [shipped] } },
    ],
  },
})
