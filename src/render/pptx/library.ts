import imported from 'pptxgenjs'

/**
 * The library. Its types are those of a CommonJS module, whose default export would be one level further in; what is loaded is its
 * class itself.
 */
const Deck = imported as unknown as typeof imported.default

export type Deck = imported.default
export type LibrarySlide = imported.default.Slide
export type Text = imported.default.TextProps
export type TextLook = imported.default.TextPropsOptions
export type Row = imported.default.TableRow
export type Cell = imported.default.TableCell
export type ChartKind = imported.default.CHART_NAME

/** A deck without the empty layout that the library begins with. */
export function emptyDeck(): Deck {
  const deck = new Deck()
  const { slideLayouts } = deck as unknown as { slideLayouts: unknown[] }
  slideLayouts.length = 0
  deck.layout = 'LAYOUT_WIDE'
  return deck
}
