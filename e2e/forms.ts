import { Parser } from 'htmlparser2'

export type Posted = { status: number; location: string | null; text: string }

/** The fields that the form around a field named `around` carries of itself, as a browser without scripts would send them. */
export function hiddenFields(html: string, around: string): Record<string, string> {
  let current: Record<string, string> = {}
  let found: Record<string, string> | null = null
  let inside = false
  const parser = new Parser({
    onopentag(tag, { name, type, value }) {
      if (tag === 'form') current = {}
      if (tag === 'input' && type === 'hidden' && name) current[name] = value ?? ''
      if (name === around) inside = true
    },
    onclosetag(tag) {
      if (tag !== 'form') return
      if (inside) found ??= current
      inside = false
    },
  })
  parser.end(html)
  if (!found) throw new Error(`No form with a field named ${around}`)
  return found
}

/** Fills in a form of a page that was read before, and sends it without following where it leads. */
export async function postForm(
  url: string,
  html: string,
  around: string,
  fields: Record<string, string>,
): Promise<Posted> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...hiddenFields(html, around), ...fields }))
    form.set(name, value)
  const response = await fetch(url, { method: 'POST', body: form, redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}
