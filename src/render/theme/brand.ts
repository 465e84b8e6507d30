import { z } from 'zod'

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour as #rrggbb')

const fontSchema = z.strictObject({
  family: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ]*$/u, 'the name of a typeface: letters, digits and spaces'),
  weights: z.array(z.int().min(100).max(900)).min(1).default([400, 700]),
  italic: z.boolean().default(false),
})

/** `brand.yaml`: the colours, typefaces and sender of the documents. */
export const brandSchema = z.strictObject({
  name: z.string().min(1),
  /** The style sheets, in their order, from the theme's own folder. */
  styles: z.array(z.string().min(1)).min(1).default(['theme.css']),
  colours: z.strictObject({
    ink: colour,
    muted: colour,
    accent: colour,
    highlight: colour,
    highlightGround: colour,
    /** What is not highlighted, in charts. */
    quiet: colour,
    rule: colour,
    ground: colour,
    paper: colour,
  }),
  fonts: z.strictObject({ heading: fontSchema, body: fontSchema }),
  /** An SVG or PNG beside brand.yaml, and what it says to those who cannot see it. */
  logo: z.strictObject({ file: z.string().min(1), alt: z.string().min(1) }).optional(),
  /** Whom readers turn to. */
  contact: z
    .strictObject({
      name: z.string().min(1),
      email: z.email().optional(),
      phone: z
        .string()
        .regex(/^\+?\d[\d ()-]*\d$/, 'a telephone number')
        .optional(),
      web: z
        .string()
        .regex(/^(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u, 'a web address')
        .optional(),
    })
    .optional(),
  /** Stands at the foot of each page in place of the report's publisher. */
  footer: z.string().optional(),
})

export type Brand = z.infer<typeof brandSchema>
