/** An element; children that are null are left out. */
export type Xml = { name: string; attributes: Attributes; children: Child[] }
type Attributes = Record<string, string | number>
type Child = Xml | string | number | null

export const xml = (name: string, attributes: Attributes = {}, ...children: Child[]): Xml => ({
  name,
  attributes,
  children,
})

/** An element that holds text alone. */
export const leaf = (name: string, text: string | number): Xml => xml(name, {}, text)

export const toXml = (root: Xml): string => `<?xml version="1.0" encoding="utf-8"?>\n${write(root)}\n`

function write({ name, attributes, children }: Xml): string {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`)
  const inner = children.map((child) =>
    child === null ? '' : typeof child === 'object' ? write(child) : escape(String(child)),
  )
  const tag = `${name}${start.join('')}`
  return inner.length > 0 ? `<${tag}>${inner.join('')}</${name}>` : `<${tag}/>`
}

// what XML 1.0 cannot say in any form (section 2.2), lone surrogates among it
const UNSAYABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // a parser would make spaces or line feeds of these
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

const escape = (text: string) =>
  text.replace(UNSAYABLE, '').replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? '')
