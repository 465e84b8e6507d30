import type { Report } from '../model/report.ts'
import type { Context } from './context.ts'

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** A place that belongs to a finding. */
export interface Related {
  file: string
  line: number
  message: string
}

/** What is wrong, and where. */
export interface Finding {
  rule: string
  severity: Severity
  file: string
  line: number
  column: number
  message: string
  related: Related[]
  /** Of a PDF: from 1, null for the whole file. Its line and column are 1. */
  page?: number | null
  /** Where on the page: `[left, bottom, right, top]` in points, from its lower left corner. */
  box?: readonly [number, number, number, number]
}

/** A finding as a rule tells it: in the report and as severe as the rule, where it does not say otherwise. */
export interface Found {
  /** Where the words are that its message speaks of. */
  line: number
  column: number
  message: string
  file?: string
  /** Where this one is less certain than the rule's others. */
  severity?: Severity
  related?: { file?: string; line: number; message: string }[]
}

/** What is told of a rule. */
export interface About {
  id: string
  severity: Severity
  /** What it finds, in a sentence. */
  description: string
  /** A piece of a report, or of a PDF, that it finds. */
  example: string
}

/** One thing that is looked for. */
export interface Rule extends About {
  run(report: Report, context: Context): Found[]
}

/** What a finding says where its place is given as a file and a line at most. */
export const messageWithPage = ({ message, page }: { message: string; page?: number | null }) =>
  page ? `page ${page}: ${message}` : message
