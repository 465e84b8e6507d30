/** The number of a caption as the source of a pattern: 1, 1.2, 1-2, 1a, A.1, A-1, B2. */
export const arabicNumber = '(?:[A-Z][.\\-‑]?)?\\d+(?:[.\\-‑]\\d+)*[a-z]?'

/** The same, or a Roman number. */
export const captionNumber = `(?:${arabicNumber}|[IVX]+)`

/** What may stand before it: "n° 5", "Nr. 5", "no. 5". */
export const numberSign = '(?:n(?:[°º]|[or]\\.?)\\s*)?'

/** No letter or digit goes on with it. */
export const numberEnd = '(?![\\p{L}\\d]|[.\\-‑]\\d)'
