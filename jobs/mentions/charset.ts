const IN_HEADER = /charset\s*=\s*"?([\w-]+)/i
const IN_PAGE = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i
/** As far as browsers look for it (HTML Standard, 13.2.3.2). */
const LOOKED_AT = 1024

/** A body as text, in the encoding that its header or its first lines name; UTF-8 where neither names one that is known. */
export function decode(body: Buffer, contentType: string): string {
  const label =
    IN_HEADER.exec(contentType)?.[1] ?? IN_PAGE.exec(body.toString('latin1', 0, LOOKED_AT))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(body)
  } catch {
    return new TextDecoder().decode(body)
  }
}
