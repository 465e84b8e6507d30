import type { Strength } from '../locale/locale.ts'

const signs: Record<Strength, string> = { strong: '●●●', moderate: '●●○', weak: '●○○', none: '○○○', ungraded: '' }

/** A grade of evidence as a sign, empty where there is no grade; what it stands for is said by the words beside it. */
export const signOf = (strength: Strength): string => signs[strength]
