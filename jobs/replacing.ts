import { type Examine, lookFurther, searchLater } from '@/db/replace-search'
import type { Warning } from '@/domain/replace/orders'
import type { RevisionInput } from '@/domain/revision'
import { type Block, readDocument } from '@/domain/score/reading'
import { noSite, type Subject } from '@/domain/score/subject'
import { scoreInTurn } from './scoring/ask'

// as long as scoring has, whose turns it shares: somebody waits for what is found
const SLICE_MS = 4_000
const MOST_WARNINGS = 5

/** Goes on looking for words for a short while, and asks for its next turn where articles are left. */
export async function findText(replacementId: number): Promise<void> {
  if (await lookFor(replacementId, SLICE_MS)) await searchLater(replacementId, new Date())
}

/** Looks through articles until the time is over. Returns whether any are left. */
export async function lookFor(replacementId: number, ms: number): Promise<boolean> {
  const end = performance.now() + ms
  let isMore = true
  while (isMore && performance.now() < end) {
    isMore = await lookFurther(replacementId, warnOf)
    await new Promise(setImmediate)
  }
  return isMore
}

/** What the rules against damaged replacements say of the new text that they did not say of the old one. */
const warnOf: Examine = async (before, after) => {
  const [old, fresh] = [readDocument(before.document).blocks, readDocument(after.document).blocks]
  // what stays is not asked about: replacing moves no block
  const changed = fresh.flatMap((block, i) => (block.text === old[i]?.text ? [] : [i]))
  const some = (blocks: Block[]) => changed.flatMap((i) => blocks[i] ?? [])
  const known = await damageOf(subjectOf(before, some(old), null))
  const found = await damageOf(subjectOf(after, some(fresh), some(old)))
  const counts = new Map<string, number>()
  for (const { quote } of known) counts.set(quote, (counts.get(quote) ?? 0) + 1)
  return found
    .filter(({ quote }) => {
      const left = counts.get(quote) ?? 0
      counts.set(quote, left - 1)
      return left <= 0
    })
    .filter(({ why }, i, all) => all.findIndex((other) => other.why === why) === i)
    .slice(0, MOST_WARNINGS)
}

async function damageOf(subject: Subject): Promise<Warning[]> {
  const { checks } = await scoreInTurn(subject)
  return checks
    .filter(({ id }) => id.startsWith('replacement-'))
    .flatMap(({ evidence }) => evidence.map(({ quote, why }) => ({ quote, why })))
}

const subjectOf = (
  { title, summary, description, keyphrase, leadCaption }: RevisionInput,
  blocks: Block[],
  previous: Block[] | null,
): Subject => ({
  ...{ title, summary, description, keyphrase, caption: leadCaption, slug: '' },
  ...{ language: null, blocks, images: [], topics: [], people: null, dated: true, previous, site: noSite() },
})
