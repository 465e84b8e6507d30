/** Currency codes (ISO 4217) that reports in every language write, before or after the amount. */
export const currencyCodes = ['chf', 'dkk', 'eur', 'gbp', 'nok', 'sek', 'usd']
