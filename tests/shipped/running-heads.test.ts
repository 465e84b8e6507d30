import type { Nodes } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../src/document/document.ts'
import { builtAll } from '../support/built.ts'
import { headsOf, isHead } from '../support/heads.ts'
import { type PdfPages, pdfPages } from '../support/pdf-pages.ts'
import { pdfOf } from '../support/pdf-words.ts'

describe('the briefs of the report', () => {
  test('each page is headed by the chapter it begins in, and counted; the outline has the words of the headings', async () => {
    const documents = await builtAll('source')
    const long: string[] = []
    for (const built of documents) {
      const { name, document } = built
      if (document.kind !== 'brief') continue
      const printed = await pdfPages(pdfOf(built)!)
      const { length } = printed.pages
      const titles = headingsIn(document.tree)
      expect(
        printed.outline.filter(({ title }) => !titles.includes(title)),
        name,
      ).toEqual([])
      if (length > 2) long.push(name)
      const expected = chaptersBy(printed, length > 2 ? chapterTitles(document) : [])
      headsOf(printed).forEach((head, at) => {
        const page = `${name}, page ${at + 1}`
        if (at > 0) expect(head, page).toBe(`${document.kicker}${expected[at] ?? document.runningTitle}`)
        const foot = printed.pages[at]!.texts.map((each) => each.text).join('')
        expect(foot, page).toContain(`Side ${at + 1} af ${length}`)
      })
    }
    expect(long).toEqual(['analytikere', 'jobkonsulenter', 'ledelse'])
  }, 300_000)
})

const chapterTitles = ({ tree }: Document) =>
  tree.children.flatMap((node) => {
    if (node.type === 'sourceNotes') return [node.title]
    return node.type === 'heading' && node.depth === 2 ? [textOf(node)] : []
  })

/** What stands as a heading somewhere in a document, of its pieces too. */
function headingsIn(node: Nodes): string[] {
  const title = node.type === 'heading' ? node.children : 'title' in node ? node.title : null
  const own = title ? [typeof title === 'string' ? title : textOf(title)] : []
  return [...own, ...('children' in node ? (node.children as Nodes[]).flatMap(headingsIn) : [])]
}

/** By where the outline leads: a chapter with no text above it on its page is that page's. */
function chaptersBy({ pages, outline }: PdfPages, titles: string[]): (string | undefined)[] {
  const chapters = outline.filter(({ title, depth }) => depth === 1 && titles.includes(title))
  return pages.map((page, at) => {
    const top = Math.max(...page.texts.filter(({ y }) => !isHead(page, y)).map(({ y }) => y))
    const first = chapters.find((each) => each.page === at + 1 && each.y > top)
    return (first ?? chapters.findLast((each) => each.page <= at))?.title
  })
}
