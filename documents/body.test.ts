import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { readBody } from './body'

const KB = 1024

/** A form that is being sent: `send` adds to it, `end` finishes it. */
function form(headers: Record<string, string> = {}) {
  const request = Object.assign(new IncomingMessage(new Socket()), { headers })
  return {
    body: readBody(request),
    send: (bytes: number) => void request.push(Buffer.alloc(bytes, 'a')),
    end: () => void request.push(null),
    leave: () => void request.destroy(new Error('gone')),
  }
}

function posted(bytes: number) {
  const sent = form()
  sent.send(bytes)
  sent.end()
  return sent.body
}

async function heldBy(forms: number) {
  const bodies = await Promise.all(Array.from({ length: forms }, () => posted(320 * KB)))
  return () => {
    for (const body of bodies) if (body.kind === 'read') body.release()
  }
}

test('a form is read up to its bound, and refused beyond it before and while it arrives', async () => {
  const body = await posted(320 * KB)
  expect(body.kind === 'read' && body.bytes.equals(Buffer.alloc(320 * KB, 'a'))).toBe(true)
  if (body.kind === 'read') body.release()
  expect(await form({ 'content-length': String(320 * KB + 1) }).body).toEqual({ kind: 'too-large' })
  expect(await posted(320 * KB + 1)).toEqual({ kind: 'too-large' })
})

test('what all hold together is bounded, and given back', async () => {
  const release = await heldBy(51)
  expect(await posted(65 * KB)).toEqual({ kind: 'too-busy' })
  release()
  const body = await posted(65 * KB)
  expect(body.kind).toBe('read')
  if (body.kind === 'read') body.release()
})

test('so many forms are in hand at once, and no more', async () => {
  const bodies = await Promise.all(Array.from({ length: 256 }, () => posted(1 * KB)))
  expect(await posted(1 * KB)).toEqual({ kind: 'too-busy' })
  for (const body of bodies) if (body.kind === 'read') body.release()
  const body = await posted(1 * KB)
  expect(body.kind).toBe('read')
  if (body.kind === 'read') body.release()
})

test('who announces much and sends it slowly keeps nobody out, and who leaves holds nothing', async () => {
  const slow = Array.from({ length: 200 }, () => form({ 'content-length': String(320 * KB) }))
  for (const { send } of slow) send(1)
  const release = await heldBy(51)
  release()
  for (const { leave } of slow) leave()
  expect(new Set((await Promise.all(slow.map(({ body }) => body))).map(({ kind }) => kind))).toEqual(
    new Set(['aborted']),
  )
  const all = await heldBy(51)
  expect((await posted(64 * KB)).kind).toBe('read')
  all()
})
