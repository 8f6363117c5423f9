import { close, open } from './client'
import { guest, typed } from './comment-fixtures'
import * as comments from './comments'

// a process of its own that posts as fast as it can: `closing-race.test.ts` starts two of them and closes meanwhile

const [file = '', articleId = '0', count = '0', at = '0', mark = ''] = process.argv.slice(2)
const AT_ONCE = 50

let next = 0
const tally = { acknowledged: 0, refused: 0, other: 0 }

async function post(): Promise<void> {
  while (next < Number(count)) {
    const comment = `${mark} ${next++}`
    const result = await comments.post(guest(), typed(Number(articleId), { comment }), new Date(Number(at)))
    if (result.kind === 'published') tally.acknowledged++
    else if (result.kind === 'refused' && result.reason === 'closed') tally.refused++
    else tally.other++
  }
}

open(file)
await Promise.all(Array.from({ length: AT_ONCE }, post))
await close()
process.stdout.write(JSON.stringify(tally))
