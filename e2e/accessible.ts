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

/** Waits until what follows another width or theme has its final colours. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    // in the first frame scripts hear of it, in the second their answer is drawn
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame)
    const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition)
    await Promise.allSettled(transitions.map(({ finished }) => finished))
  })

/**
 * What is on the screen now is free of axe violations on a phone and on a desk, in light and in dark, and does not
 * scroll sideways.
 */
export async function expectAccessible(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await settled(page)
      const found = await violationsOn(page, colorScheme === 'light' ? {} : { runOnly: COLOURS })
      expect(found, `${page.url()} at ${width} px, ${colorScheme}`).toEqual([])
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  }
}
