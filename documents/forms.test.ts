import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { BrokenForm, post } from './forms'
import { answer } from './reading'
import { offer } from './shortcuts'

type Status = { posted: number; shown: number }

/** Posts to a page which answers forms with one status and, asked for again, shows what was given back. */
async function postTo({ posted, shown }: Status, body: BodyInit) {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    response.statusCode = request.method === 'POST' ? posted : shown
    response.setHeader('content-type', 'text/html')
    response.end(`<p>${answer.returned()?.comment ?? ''}</p>`)
  }
  const sent = new Request('http://localhost', { method: 'POST', body })
  const errors: unknown[] = []
  const { status, body: html } = await post(handle, {
    url: '/articles/x',
    headers: { 'content-type': sent.headers.get('content-type') ?? undefined },
    body: Buffer.from(await sent.arrayBuffer()),
    secure: false,
    onError: (error) => errors.push(error),
  })
  return { status, html: html.toString(), errors: errors.length }
}

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}
const TYPED = form({ comment: 'What I said', $ACTION_KEY: 'k' })

test('what the page answers is passed on', async () => {
  const answered = await postTo({ posted: 200, shown: 200 }, TYPED)
  expect(answered).toEqual({ status: 200, html: '<p></p>', errors: 0 })
})

test('the text of a form comes back where another build had made it', async () => {
  const answered = await postTo({ posted: 409, shown: 200 }, TYPED)
  expect(answered).toEqual({ status: 409, html: '<p>What I said</p>', errors: 0 })
})

test('and where its action failed, which is said to the log', async () => {
  const answered = await postTo({ posted: 500, shown: 200 }, TYPED)
  expect(answered).toEqual({ status: 500, html: '<p>What I said</p>', errors: 1 })
})

test('a page that fails altogether, or was sent no text, is left to the page for failures', async () => {
  await expect(postTo({ posted: 500, shown: 500 }, TYPED)).rejects.toThrow('The page answered 500')
  await expect(postTo({ posted: 500, shown: 200 }, form({ $ACTION_KEY: 'k' }))).rejects.toThrow(
    'answered 500',
  )
})

test.each([
  ['damaged', new Blob(['garbage'], { type: 'multipart/form-data; boundary=x' })],
  ['something else', new Blob(['{}'], { type: 'application/json' })],
])('a form that is %s is told apart from a failure', async (_what, body) => {
  await expect(postTo({ posted: 500, shown: 200 }, body)).rejects.toThrow(BrokenForm)
})

test('a form that offers a shortcut never reaches its page, unless it is not taken', async () => {
  offer('test', async (sent) =>
    sent.get('comment') === 'good' ? { location: '/read#it', cookie: 'known=it' } : null,
  )
  const named = (comment: string) => form({ form: 'test', comment })
  expect((await postTo({ posted: 500, shown: 500 }, named('good'))).status).toBe(303)
  expect((await postTo({ posted: 422, shown: 500 }, named('bad'))).status).toBe(422)
})

test('a shortcut that fails gives the text back', async () => {
  offer('test', () => Promise.reject(new Error('no database')))
  const answered = await postTo({ posted: 200, shown: 200 }, form({ form: 'test', comment: 'What I said' }))
  expect(answered).toEqual({ status: 500, html: '<p>What I said</p>', errors: 1 })
})
