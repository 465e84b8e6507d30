import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { noSuch } from '../input/no-such.ts'
import { Problem, type ProblemDetails } from '../input/problem.ts'
import { readText } from '../input/read-text.ts'
import { inside } from '../input/safe-path.ts'
import { type Helper, helpers } from './helpers.ts'
import type { Rendering } from './rendering.ts'

/** A folder: its absolute path, how messages show it, and its name in a manifest, which must not depend on where it lies. */
export interface Folder {
  path: string
  shown: string
  name: string
}

/** The folders a template may come from; the first that has it wins. */
export interface TemplateFolders {
  folders: Folder[]
}

export type TemplateFile = Folder

/** The path of a template, layout or theme file. */
export async function findTemplate(
  { folders }: TemplateFolders,
  name: string,
  asked: ProblemDetails,
): Promise<TemplateFile> {
  for (const { path, shown, name: label } of folders) {
    const file = await inside(path, name, asked)
    if (await isFile(file)) return { path: file, shown: `${shown}/${name}`, name: `${label}/${name}` }
  }
  const candidates = (await Promise.all(folders.map(({ path }) => listFiles(path)))).flat()
  throw noSuch(`there is no template "${name}"`, name, candidates, asked)
}

/** Whether one of the folders has a file. */
export async function hasTemplate({ folders }: TemplateFolders, name: string): Promise<boolean> {
  const found = await Promise.all(folders.map(({ path }) => isFile(join(path, name))))
  return found.includes(true)
}

/** The Markdown that a template makes of what it is given, inert content still as tokens; and the files it is made of. */
export async function renderTemplate(
  name: string,
  folders: TemplateFolders,
  context: object,
  rendering: Rendering,
  asked: ProblemDetails,
) {
  const template = await findTemplate(folders, name, asked)
  const { partials, compiled } = await kitchenOf(folders)
  const run = compiled(await readText(template.path, template.shown), template.shown)
  try {
    return {
      markdown: run(context, { data: { rendering } }),
      files: [template, ...partials.values()] as TemplateFile[],
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(
      'cannot be filled in',
      { file: template.shown, found: (error as Error).message },
      { cause: error },
    )
  }
}

/** Partials, and what compiles templates that use them: each once, as long as no partial changes. */
interface Kitchen {
  partials: Map<string, PartialFile>
  compiled(text: string, file: string): HandlebarsTemplateDelegate
}

const kitchens = new WeakMap<TemplateFolders, Kitchen>()

async function kitchenOf(folders: TemplateFolders): Promise<Kitchen> {
  const partials = await readPartials(folders)
  const before = kitchens.get(folders)
  if (before && same(before.partials, partials)) return before
  const environment = Handlebars.create()
  const known = new Set([...Object.keys(helpers), ...builtIn])
  const runs = new Map<string, HandlebarsTemplateDelegate>()
  const compiled = (text: string, file: string) => {
    const key = JSON.stringify([file, text])
    const run =
      runs.get(key) ?? environment.compile(prepare(parse(text, file), known, new Set(partials.keys())), options)
    runs.set(key, run)
    return run
  }
  for (const [partial, { text, shown }] of partials) environment.registerPartial(partial, compiled(text, shown))
  for (const [helper, run] of Object.entries(helpers)) environment.registerHelper(helper, withPlace(run))
  environment.registerHelper(internal.show, show)
  environment.registerHelper(internal.known, knownOnly)
  const kitchen = { partials, compiled }
  kitchens.set(folders, kitchen)
  return kitchen
}

const same = (one: Map<string, PartialFile>, other: Map<string, PartialFile>) =>
  one.size === other.size &&
  [...one].every(([name, { text, path }]) => other.get(name)?.text === text && other.get(name)?.path === path)

const options: CompileOptions = { noEscape: true, preventIndent: true }
const builtIn = ['if', 'unless', 'each', 'with', 'lookup']
/** Names a template cannot write. */
const internal = { show: '@show', known: '@known' }

function parse(text: string, file: string): hbs.AST.Program {
  try {
    return Handlebars.parse(markDirectives(text, file), { srcName: file })
  } catch (error) {
    const message = (error as Error).message
    const line = Number(/line (\d+)/.exec(message)?.[1]) || undefined
    throw new Problem(
      'is not a valid template',
      { file, line, found: message.split('\n')[1]?.trim() ?? message, expected: 'Handlebars' },
      { cause: error },
    )
  }
}

/** Each directive is told the place it is written at, for messages about it. */
function markDirectives(text: string, file: string): string {
  return text
    .split('\n')
    .map((line, index) => {
      const marked = (head: string, column: number, brace: string | undefined) =>
        `${head}{at="${file}:${index + 1}:${column}"${brace ? ' ' : '}'}`
      return line
        .replace(
          /(?<![\p{L}\p{N}:])(:[A-Za-z][\w-]*\[(?:\{\{.*?\}\}|[^[\]])*\])(\{(?!\{))?/gu,
          (_, phrase: string, brace: string | undefined, offset: number) => marked(phrase, offset + 1, brace),
        )
        .replace(
          /^(\s*)(:{2,}[A-Za-z][\w-]*(?:\[[^\]]*\])?)(\{)?/,
          (_, indent: string, head: string, brace: string | undefined) =>
            indent + marked(head, indent.length + 1, brace),
        )
    })
    .join('\n')
}

/** Checks the names a template uses and wraps what it shows, so that an unknown or empty value is told with its place. */
function prepare(program: hbs.AST.Program, known: Set<string>, partials: Set<string>): hbs.AST.Program {
  const walk = new (class extends Handlebars.Visitor {
    override MustacheStatement(node: hbs.AST.MustacheStatement) {
      const isCall = node.params.length > 0 || node.hash !== undefined || isHelper(node.path, known)
      if (isCall) checkHelper(node, known)
      super.MustacheStatement(node)
      wrapParameters(node)
      const shown = isCall ? subExpression(node) : node.path
      node.params = [
        isCall ? shown : call(internal.known, [shown, literal(original(node.path), node)], node),
        literal(original(node.path), node),
      ]
      node.path = pathTo(internal.show, node)
      node.hash = undefined as unknown as hbs.AST.Hash
    }

    override BlockStatement(node: hbs.AST.BlockStatement) {
      checkHelper(node, known)
      super.BlockStatement(node)
      wrapParameters(node)
    }

    override SubExpression(node: hbs.AST.SubExpression) {
      checkHelper(node, known)
      super.SubExpression(node)
      wrapParameters(node)
    }

    override PartialStatement(node: hbs.AST.PartialStatement) {
      const name = original(node.name)
      if (!partials.has(name)) throw noSuch(`there is no partial "${name}"`, name, partials, place(node))
      super.PartialStatement(node)
    }
  })()
  walk.accept(program)
  return program
}

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression

const original = (node: unknown) => String((node as { original?: unknown }).original)
const isHelper = (node: unknown, known: Set<string>) => known.has(original(node))

function checkHelper(node: Call, known: Set<string>): void {
  const name = original(node.path)
  if (!known.has(name)) throw noSuch(`there is no helper "${name}"`, name, known, place(node))
}

function wrapParameters(node: Call): void {
  const wrap = (value: hbs.AST.Expression) =>
    value.type === 'PathExpression' ? call(internal.known, [value, literal(original(value), value)], value) : value
  node.params = node.params.map(wrap)
  for (const pair of node.hash?.pairs ?? []) pair.value = wrap(pair.value)
}

function subExpression({ path: of, params, hash, loc }: Call): hbs.AST.SubExpression {
  return { type: 'SubExpression', path: of, params, hash, loc } as hbs.AST.SubExpression
}
function call(name: string, params: hbs.AST.Expression[], at: hbs.AST.Node): hbs.AST.SubExpression {
  return {
    type: 'SubExpression',
    path: pathTo(name, at),
    params,
    hash: undefined,
    loc: at.loc,
  } as unknown as hbs.AST.SubExpression
}
function pathTo(name: string, at: hbs.AST.Node): hbs.AST.PathExpression {
  return {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc: at.loc,
  } as hbs.AST.PathExpression
}
function literal(value: string, at: hbs.AST.Node): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc: at.loc } as hbs.AST.StringLiteral
}

function place(node: { loc: hbs.AST.SourceLocation }): ProblemDetails {
  return { file: node.loc.source, line: node.loc.start.line, column: node.loc.start.column + 1 }
}

interface CallOptions {
  hash: Record<string, unknown>
  loc: hbs.AST.SourceLocation
  data: { rendering: Rendering }
}

function withPlace(run: Helper): Handlebars.HelperDelegate {
  return (...all: unknown[]) => {
    const { hash, loc, data } = all.pop() as CallOptions
    try {
      return run(all, hash, data.rendering)
    } catch (error) {
      throw error instanceof Problem ? error.at(place({ loc })) : error
    }
  }
}

/** What `{{x}}` writes: never nothing. */
function show(value: unknown, name: string, { loc }: CallOptions): string {
  if (value === null || value === undefined || value === '' || value === false) {
    throw new Problem(`"${name}" is empty here`, {
      ...place({ loc }),
      expected: `a value, or {{#if ${name}}} around it`,
    })
  }
  return String(value)
}

/** A value that a name must have; null is a value, that of an empty field. */
function knownOnly(this: object, value: unknown, name: string, { loc }: CallOptions): unknown {
  if (value !== undefined) return value
  const candidates = Object.keys(Object(this))
  throw noSuch(`nothing is called "${name}" here`, name, candidates, place({ loc }))
}

interface PartialFile extends TemplateFile {
  text: string
}

async function readPartials({ folders }: TemplateFolders): Promise<Map<string, PartialFile>> {
  const partials = new Map<string, PartialFile>()
  for (const { path: folder, shown, name: label } of folders) {
    for (const file of await listFiles(join(folder, 'partials'))) {
      const name = file.replace(/\.md\.hbs$/, '')
      if (!file.endsWith('.md.hbs') || partials.has(name)) continue
      const path = join(folder, 'partials', file)
      const text = await readText(path, `${shown}/partials/${file}`)
      partials.set(name, { text, path, shown: `${shown}/partials/${file}`, name: `${label}/partials/${file}` })
    }
  }
  return partials
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}
