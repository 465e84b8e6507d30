import { artifacts } from './steps/artifacts.ts'
import { blocks } from './steps/blocks.ts'
import { figures } from './steps/figures.ts'
import { ids } from './steps/ids.ts'
import { languages } from './steps/languages.ts'
import { links } from './steps/links.ts'
import { lists } from './steps/lists.ts'
import { notes } from './steps/notes.ts'
import { roles } from './steps/roles.ts'
import type { Step } from './steps/step.ts'
import { tables } from './steps/tables.ts'

/** What finishing does to the tags, in this order: each step finds what those before it left. */
export const steps: Step[] = [artifacts, languages, blocks, roles, lists, notes, links, figures, tables, ids]
