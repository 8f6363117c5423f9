import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import ipaddr from 'ipaddr.js'

const TYPES: Record<number, 4 | 6> = { 1: 4, 28: 6 }
const NOBODY = 3

/** A name server on this machine that answers as it is told to; null says that there is no such name. */
export async function startDns(answer: (name: string, family: 4 | 6) => string[] | null) {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => {
    const labels: string[] = []
    let at = 12
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.toString('ascii', at + 1, at + 1 + length))
      at += length + 1
    }
    const question = query.subarray(12, at + 5)
    const type = query.readUInt16BE(at + 1)
    const found = answer(labels.join('.'), TYPES[type] ?? 4)
    const header = Buffer.alloc(12)
    query.copy(header, 0, 0, 2)
    header.writeUInt16BE(0x8180 | (found ? 0 : NOBODY), 2)
    header.writeUInt16BE(1, 4)
    header.writeUInt16BE(found?.length ?? 0, 6)
    const records = (found ?? []).map((each) => record(type, ipaddr.parse(each).toByteArray()))
    socket.send(Buffer.concat([header, question, ...records]), port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() }
}

/** An answer to the one question, which nobody is to remember. */
function record(type: number, address: number[]): Buffer {
  const fixed = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 0, 0, address.length])
  return Buffer.concat([fixed, Buffer.from(address)])
}
