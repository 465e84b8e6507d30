/** Does an address lead to a page or a mailbox, and run nothing? */
export const isSafeLink = (url: string): boolean => /^(https?|mailto):/i.test(url)
