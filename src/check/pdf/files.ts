import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EncryptedPDFError } from '@cantoo/pdf-lib'
import { Problem, Problems } from '../../input/problem.ts'
import { loadPdf } from '../../render/pdf/load.ts'
import type { Finding } from '../rule.ts'
import { checkPdf } from './check.ts'
import { claimFindings } from './claim.ts'
import { readable } from './readable.ts'
import type { PdfFinding } from './rule.ts'

/**
 * What is wrong with PDFs, file by file.
 *
 * @param paths of files, and of folders whose PDFs are all meant
 * @throws {Problems} for paths that are not there, folders without PDFs, and files that are no PDF
 */
export async function checkFiles(paths: string[]): Promise<Finding[]> {
  const problems: Problem[] = []
  const findings: Finding[] = []
  for (const path of paths.flatMap((each) => pdfsIn(each, problems))) {
    const bytes = await readFile(path)
    if (isPdf(bytes)) findings.push(...(await findingsIn(bytes)).map((finding) => told(finding, path)))
    else problems.push(noPdf(path, bytes))
  }
  if (problems.length) throw new Problems(problems)
  return findings
}

function pdfsIn(path: string, problems: Problem[]): string[] {
  if (existsSync(path) && !statSync(path).isDirectory()) return [path]
  const names = existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  const pdfs = names.filter((name) => /\.pdf$/i.test(name)).sort()
  if (!pdfs.length)
    problems.push(
      new Problem(existsSync(path) ? 'has no PDF in it' : 'is not there', {
        file: path,
        expected: 'a PDF, or a folder with some: "prisme build" makes them',
      }),
    )
  return pdfs.map((name) => join(path, name))
}

/** A PDF says what it is in its first kilobyte (ISO 32000-1, annex H.3). */
const isPdf = (bytes: Buffer) => bytes.subarray(0, 1024).includes('%PDF-')

const noPdf = (file: string, bytes: Buffer) =>
  new Problem('is no PDF', {
    file,
    line: 1,
    column: 1,
    found: JSON.stringify(bytes.subarray(0, 16).toString('latin1')),
    expected: '%PDF-',
  })

async function findingsIn(bytes: Uint8Array): Promise<PdfFinding[]> {
  try {
    const file = await loadPdf(bytes)
    const findings = checkPdf(file)
    return [...findings, ...claimFindings(file, findings)]
  } catch (error) {
    const { id, severity } = readable
    const message =
      error instanceof EncryptedPDFError
        ? 'the file is encrypted: what it holds cannot be checked'
        : `the file is broken and cannot be checked: ${(error as Error).message}`
    return [{ rule: id, severity, message }]
  }
}

const told = ({ rule, severity, message, page, box }: PdfFinding, path: string): Finding => ({
  rule,
  severity,
  file: path.replaceAll('\\', '/'),
  line: 1,
  column: 1,
  message,
  related: [],
  page: page ?? null,
  ...(box && { box }),
})
