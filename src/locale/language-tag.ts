const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/**
 * A language tag (BCP 47) in its usual spelling, "en" or "pt-BR"; undefined for what is none. Language codes have two letters and a
 * meaning, or three (ISO 639); longer ones are reserved and never given out (RFC 5646, 2.2.1).
 */
export function languageTag(written: string): string | undefined {
  const [code = ''] = written.split('-')
  if (!/^[a-z]{2,3}$/i.test(code)) return undefined
  try {
    const [tag] = Intl.getCanonicalLocales(written)
    return code.length === 3 || names.of(code) ? tag : undefined
  } catch {
    return undefined
  }
}
