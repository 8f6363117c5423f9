import { createTransport, type Transporter } from 'nodemailer'

/** Connections to the mail server at once. */
export const AT_ONCE = 4

const OPTIONS = {
  pool: 'true',
  maxConnections: String(AT_ONCE),
  connectionTimeout: '15000',
  greetingTimeout: '15000',
  socketTimeout: '60000',
}

/** The mail server of SMTP_URL, whose query may say otherwise. Close it afterwards. */
export function openTransport(smtpUrl: string): Transporter {
  const url = new URL(smtpUrl)
  for (const [name, value] of Object.entries(OPTIONS))
    if (!url.searchParams.has(name)) url.searchParams.set(name, value)
  return createTransport(url.href, { disableFileAccess: true, disableUrlAccess: true, xMailer: false })
}
