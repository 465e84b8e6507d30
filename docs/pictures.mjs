// Draws the pictures of the docs anew from what was built: `npm run docs`.
import { readFile, writeFile } from 'node:fs/promises'
import { findBrowser, launchBrowser } from '../dist/build/browser.js'
import { Printer } from '../dist/render/pdf/printer.js'

const pictures = {
  'politikere.webp': 'out/politikere/brief.pdf',
  'kommuner.webp': 'out/kommuner/Aarhus/brief.pdf',
  'components.webp': 'docs/out/components/components.pdf',
}

const printer = new Printer(async () => launchBrowser(await findBrowser()))
try {
  for (const [name, pdf] of Object.entries(pictures))
    await writeFile(new URL(`pictures/${name}`, import.meta.url), await printer.firstPage(await readFile(pdf), 720))
} finally {
  await printer.close()
}
