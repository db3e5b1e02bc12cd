/** What a hand without a mouse does. */
import type { Locator, Page } from 'playwright-core'

/** Runs a command by the palette, which JupyterLab takes the focus from while it still opens something. */
export async function runFromPalette(page: Page, label: string): Promise<void> {
  const found = page.locator('.lm-CommandPalette-item.lm-mod-active', { hasText: label })
  for (let tries = 0; tries < 5; tries++) {
    await page.keyboard.press('Control+Shift+c')
    await page.waitForTimeout(500)
    await page.keyboard.type(label)
    await page.waitForTimeout(500)
    if (await found.isVisible()) return page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
  }
  throw new Error(`the palette does not offer ${label}`)
}

/** Presses Tab until `wanted` has the focus. */
export async function tabTo(wanted: Locator): Promise<void> {
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await wanted.evaluate(node => node === document.activeElement)) return
    await wanted.page().keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${wanted}`)
}
