import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

const WIDTHS = [390, 1440]
/** What another theme can change of what axe finds. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * What is on the screen now is free of axe violations on a phone and on a desk, in light and in dark, and does not
 * scroll sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const where = `${page.url()} at ${width} px, ${colorScheme}`
      // no page has frames: in this mode axe needs no page of its own for each look
      const axe = new AxeBuilder({ page }).setLegacyMode()
      const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(COLOURS)).analyze()
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
      expect(found, where).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
}
