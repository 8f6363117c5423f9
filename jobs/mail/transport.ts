import { connect, type Socket } from 'node:net'
import { createTransport, type Transporter } from 'nodemailer'
import SMTPPool from 'nodemailer/lib/smtp-pool/index.js'

/** Connections to the mail server at once. */
export const AT_ONCE = 4

const CONNECT_MS = 15_000
const OPTIONS = {
  pool: true as const,
  maxConnections: AT_ONCE,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
  // else it would begin again by itself, as often as the server hangs up
  maxRequeues: 0,
}

/** A way to a mail server; `cut` ends every conversation, whatever the server is about to say. */
export type MailLine = { transport: Transporter; cut: () => void }

/** The mail server of SMTP_URL, whose query may say otherwise. Close it afterwards. */
export function openLine(smtpUrl: string): MailLine {
  // the time-outs begin anew with every byte, and closing the pool waits for its conversations
  const sockets = new Set<Socket>()
  const getSocket: NonNullable<SMTPPool.Options['getSocket']> = ({ host, port, secure }, callback) => {
    const socket = connect({ host: host ?? 'localhost', port: Number(port ?? (secure ? 465 : 587)) })
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    const failed = (error: Error) => callback(error, null)
    socket.once('error', failed)
    socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error('The mail server cannot be reached')))
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.off('error', failed)
      callback(null, { connection: socket })
    })
  }
  const pool = new SMTPPool({ url: smtpUrl, ...OPTIONS, getSocket })
  const transport = createTransport(pool, { disableFileAccess: true, disableUrlAccess: true, xMailer: false })
  return { transport, cut: () => sockets.forEach((socket) => socket.destroy()) }
}
