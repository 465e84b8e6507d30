import { Problem, Problems } from '../../input/problem.ts'
import type { YamlFile } from '../../input/yaml.ts'
import type { Brand } from './brand.ts'

type Colour = keyof Brand['colours']

/** What must stand out from what: text by 4.5 to 1, a bar of a chart by 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: [Colour, Colour, number][] = [
  ...(['ink', 'muted', 'accent', 'highlight'] as const).flatMap((front): [Colour, Colour, number][] => [
    [front, 'paper', 4.5],
    [front, 'ground', 4.5],
  ]),
  ['highlight', 'highlightGround', 4.5],
  ['quiet', 'paper', 3],
]

/**
 * Checks that a brand's colours can be read on one another.
 *
 * @throws {Problems} one for each pair that is too close, at the line of the colour in front
 */
export function checkContrast({ colours }: Brand, at: YamlFile<unknown>['at']): void {
  const close = pairs.filter(([front, back, least]) => contrast(colours[front], colours[back]) < least)
  if (!close.length) return
  throw new Problems(
    close.map(
      ([front, back, least]) =>
        new Problem(`"${front}" is hard to read on "${back}"`, {
          ...at(['colours', front]),
          found: `${colours[front]} on ${colours[back]}: contrast ${rounded(contrast(colours[front], colours[back]))} to 1`,
          expected: `at least ${least} to 1`,
        }),
    ),
  )
}

/** The contrast ratio of two colours, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The relative luminance of `#rrggbb`, from 0 to 1 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Down, so that a ratio that is too low never reads as one that is enough. */
const rounded = (ratio: number) => Math.floor(ratio * 100) / 100
