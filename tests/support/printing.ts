import { findBrowser, launchBrowser } from '../../src/build/browser.ts'
import { Printer } from '../../src/render/pdf/printer.ts'

/** A printer on whatever browser this machine has. */
export function newPrinter(): Printer {
  return new Printer(async () => launchBrowser(await findBrowser()))
}
