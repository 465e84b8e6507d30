import { pdfKinds } from '../check/pdf/rules.ts'
import type { Locale } from '../locale/locale.ts'
import { type Language, locales } from '../locale/locales.ts'
import { listed, writtenDate } from '../locale/written.ts'
import type { Printer } from '../render/pdf/printer.ts'
import type { Audience } from '../tailor/audience.ts'
import type { Pool } from '../tailor/inert.ts'
import { tailorDocument } from '../tailor/tailor.ts'
import { hasTemplate, type TemplateFolders } from '../tailor/template.ts'
import { Workshop } from './formats.ts'
import type { Artifact } from './manifest.ts'
import type { PreparedBuild } from './prepare.ts'
import type { Dress } from './themes.ts'

/** The name of the page in the output folder. */
export const accessibilityPage = 'accessibility.html'

/**
 * The accessibility statement of the documents: a template of its own for each language that has one
 * (`partials/accessibility.da.md.hbs`), filled in with what the checks found in the files.
 *
 * @param date when the documents count as made; null where nobody said, and the statement says nothing then
 * @returns its page, or null where the report's language has no such template
 */
export async function accessibilityStatement(
  { material, source }: PreparedBuild,
  artifacts: Artifact[],
  folders: TemplateFolders,
  { dress, printer, date }: { dress: Dress; printer: Printer; date: Date | null },
): Promise<string | null> {
  const language = source.report.language as Language
  const template = `partials/accessibility.${language}.md.hbs`
  if (!(await hasTemplate(folders, template))) return null
  const locale = locales[language]
  const { accessibility } = locale.words
  const wanted = { name: 'accessibility', template, theme: '', formats: ['html' as const] }
  const audience: Audience = {
    id: 'accessibility',
    file: template,
    title: accessibility,
    kicker: accessibility,
    select: {},
    stale: 'fail',
    documents: [wanted],
    at: () => ({ file: template, line: 1, column: 1 }),
  }
  const contact = Boolean(dress.theme.brand.contact)
  const more = (pool: Pool) => ({
    checked: { ...checked(artifacts, locale, pool), date: date && pool.text(writtenDate(date, locale)), contact },
  })
  const { document } = await tailorDocument(audience, wanted, null, material, folders, more)
  const workshop = await Workshop.of(document, dress, printer, date ?? new Date(0))
  return String((await workshop.html()).data)
}

/** What the checks found in the PDFs: a file in which they find anything does not say that it conforms. */
function checked(artifacts: Artifact[], locale: Locale, pool: Pool) {
  const pdfs = artifacts.filter(({ format }) => format.startsWith('pdf'))
  const others = new Set(
    artifacts.filter((artifact) => !pdfs.includes(artifact)).map(({ format }) => names[format] ?? format),
  )
  const failing = pdfs.flatMap(({ title, edition, findings }) => {
    const criteria = new Set(findings.flatMap(criteriaOf))
    if (!criteria.size) return []
    const named = listed([...criteria].sort(), locale)
    return [
      { title: pool.text(title), edition: edition && pool.text(edition), format: 'PDF', criteria: pool.text(named) },
    ]
  })
  return {
    pdfs: pdfs.length ? pool.text(String(pdfs.length)) : null,
    failed: pool.text(String(failing.length)),
    failing,
    others: others.size ? pool.text(listed([...others], locale)) : null,
  }
}

/** The success criteria that a finding is about; the standard where none says the same. */
function criteriaOf({ rule }: { rule: string }): string[] {
  const kind = pdfKinds.find(({ id }) => id === rule)
  return kind?.criteria.length === 0 ? ['PDF/UA-1'] : (kind?.criteria ?? [])
}

const names: Record<string, string> = { html: 'HTML', docx: 'Word', pptx: 'PowerPoint', md: 'Markdown' }
