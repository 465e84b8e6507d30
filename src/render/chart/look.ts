import { type Language, locales } from '../../locale/locales.ts'
import { textWidth } from '../glyph-widths.ts'
import type { Brand } from '../theme.ts'
import { seen } from './colours.ts'

/** What every chart of a document is drawn with. Lengths are CSS pixels. */
export interface Look {
  /** Of the whole picture. */
  width: number
  colours: { ink: string; muted: string; rule: string; quiet: string; highlight: string; paper: string }
  font: { family: string; size: number; regular: number; bold: number }
  /** How wide a text stands. */
  measure(text: string, bold?: boolean): number
  number(value: number): string
  /** Stands for what the report does not tell. */
  empty: string
}

/** Nine points in print. */
const size = 12
/** Browsers set the same letters a little wider or closer. */
const allowance = 1.02
export const lineHeight = 15

export async function lookOf(brand: Brand, language: Language): Promise<Omit<Look, 'width'>> {
  const { family, weights } = brand.fonts.body
  const regular = [...weights].sort((a, b) => Math.abs(a - 400) - Math.abs(b - 400))[0]!
  const bold = weights.filter((weight) => weight >= 600).sort((a, b) => a - b)[0] ?? Math.max(...weights)
  const [plain, heavy] = await Promise.all([textWidth(family, regular), textWidth(family, bold)])
  const { ink, muted, rule, quiet, highlight, paper } = brand.colours
  const locale = locales[language]
  return {
    colours: {
      ink,
      rule,
      paper,
      muted: seen(muted, 4.5, { ink, paper }),
      quiet: seen(quiet, 3, { ink, paper }),
      highlight: seen(highlight, 4.5, { ink, paper }),
    },
    font: { family: `'${family}', sans-serif`, size, regular, bold },
    measure: (text, isBold) => (isBold ? heavy : plain)(text) * size * allowance,
    number: new Intl.NumberFormat(locale.tag, { maximumFractionDigits: 10 }).format,
    empty: locale.words.empty,
  }
}
