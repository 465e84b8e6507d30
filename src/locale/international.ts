/** Currency codes (ISO 4217) that reports in every language write, before or after the amount. */
export const currencyCodes = ['chf', 'dkk', 'eur', 'gbp', 'nok', 'sek', 'usd']

/** Small words within names, which say nothing of the language around them: "Ursula von der Leyen". */
export const particles = 'von van der den de des du la le del della di da dos ten ter zu zum zur'.split(' ')
