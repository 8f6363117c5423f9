import { type ChildProcess, spawn } from 'node:child_process'
import type { Derivative, ImageType } from '@/domain/media'

export type ReadUpload =
  | { kind: 'image'; bytes: Uint8Array; type: ImageType; width: number; height: number }
  | { kind: 'refused'; reason: 'not-an-image' | 'too-many-pixels' }

export type Question =
  { kind: 'read'; bytes: Uint8Array } | { kind: 'resize'; file: string; size: Derivative }
export type Asked = { id: number; question: Question }
type Answered = { id: number; error?: string; result?: unknown }

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void }
type Worker = { process: ChildProcess; waiting: Map<number, Waiting> }

// several pictures often follow each other, and to begin anew takes 200 ms
const IDLE_MS = 3_000

let worker: Worker | null = null
let idle: NodeJS.Timeout | undefined
let asked = 0

/**
 * Pictures are worked on in a process of their own, which ends when there is nothing to do: the library takes 60 to
 * 200 MB that never come back, and a picture made to break it breaks no more than that process.
 */
function start(): Worker {
  // as `db/migrations`, it stands beside what is built, from where the server is started
  const child = spawn(process.execPath, ['jobs/image-worker.mjs'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  })
  const started: Worker = { process: child, waiting: new Map() }
  const fail = (error: Error) => {
    if (worker === started) worker = null
    for (const { reject } of started.waiting.values()) reject(error)
  }
  child.on('message', ({ id, error, result }: Answered) => {
    const waiting = started.waiting.get(id)
    if (error === undefined) waiting?.resolve(result)
    else waiting?.reject(new Error(error))
  })
  child.on('error', fail)
  child.on('exit', () => fail(new Error('The process that works on pictures ended')))
  return started
}

async function ask(question: Question): Promise<unknown> {
  clearTimeout(idle)
  const { process: child, waiting } = (worker ??= start())
  const id = asked++
  try {
    return await new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      child.send({ id, question } satisfies Asked)
    })
  } finally {
    waiting.delete(id)
    if (waiting.size === 0) idle = setTimeout(end, IDLE_MS)
  }
}

/** Lets the process end; the next picture starts another. */
function end(): void {
  worker?.process.disconnect()
  worker = null
}

/**
 * Reads an uploaded picture by its content and writes it anew: upright, in sRGB, and without what the camera
 * noted of place, time and owner.
 */
export const readUpload = async (bytes: Uint8Array): Promise<ReadUpload> =>
  (await ask({ kind: 'read', bytes })) as ReadUpload

/** The picture of a file in another size and format. */
export const resize = async (file: string, size: Derivative): Promise<Uint8Array> =>
  (await ask({ kind: 'resize', file, size })) as Uint8Array
