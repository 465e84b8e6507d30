/**
 * The command as a few files: loading four hundred modules takes longer than reading a report. What only a build with PDFs needs,
 * and brings files of its own, stays outside.
 */
export default {
  input: 'dist/cli/main.js',
  platform: 'node',
  external: [/^puppeteer/, /^@sparticuz\//, /^@cantoo\//],
  output: { dir: 'dist/bundle', format: 'esm', cleanDir: true },
  logLevel: 'warn',
}
