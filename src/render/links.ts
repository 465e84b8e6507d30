/** Does an address lead to a page, a mailbox or a telephone, and run nothing? */
export const isSafeLink = (url: string): boolean => /^(https?|mailto|tel):/i.test(url)
