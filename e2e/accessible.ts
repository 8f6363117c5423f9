import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { expect } from './fixtures'

const WIDTHS = [390, 1440]
/** What another theme can change of what axe finds. */
const COLOURS = ['color-contrast', 'link-in-text-block']

declare const window: { axe: typeof axe }

/** What axe finds wrong with what is on the screen now: each rule with the elements that break it. */
export async function violationsOn(page: Page, options: RunOptions = {}): Promise<[string, string[]][]> {
  // it stays until the page is left
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (options) => {
      const { violations } = await window.axe.run(options)
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
    },
    // to describe all that is well takes as long as to find it
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  )
}

/** Gives everything its final colours; whether a page that follows the theme by script has heard of this one. */
const isSettled = (page: Page, theme: 'light' | 'dark') =>
  page.evaluate((theme) => {
    const { mantineColorScheme = theme } = document.documentElement.dataset
    for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish()
    return mantineColorScheme === theme
  }, theme)

/**
 * What is on the screen now is free of axe violations on a phone and on a desk, in light and in dark, and does not
 * scroll sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expect.poll(() => isSettled(page, colorScheme), { intervals: [50] }).toBe(true)
      const found = await violationsOn(page, colorScheme === 'light' ? {} : { runOnly: COLOURS })
      expect(found, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
}
