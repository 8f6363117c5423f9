import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'

/** A part that only React can render: it waits, has handlers or styles, or is no pure function of its props. */
export class NotPlainMarkup extends Error {
  override name = 'NotPlainMarkup'
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const NAMES = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
  ['tabIndex', 'tabindex'],
])
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
}

const escape = (text: string) =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign) : text

type Props = Record<string, unknown> & { children?: ReactNode }

let depth = 0
/** Whether this is asked by a component that `markup` is writing. */
export const isWithinMarkup = (): boolean => depth > 0

/**
 * The HTML of elements that are finished at once, as React writes it but without its two passes over every element
 * (server components, then HTML) and the copy for the browser's script.
 * Throws NotPlainMarkup for what needs React.
 */
export function markup(node: ReactNode): string {
  depth++
  try {
    return write(node)
  } finally {
    depth--
  }
}

function write(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string') return escape(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) return (node as ReactNode[]).map(write).join('')
  if (isValidElement<Props>(node)) return element(node)
  throw new NotPlainMarkup(`Not finished at once: ${typeof node}`)
}

function element({ type, props }: ReactElement<Props>): string {
  if (type === Fragment) return write(props.children)
  if (typeof type === 'function') return write((type as (props: Props) => ReactNode)(props))
  if (typeof type !== 'string') throw new NotPlainMarkup('Only elements, fragments and functions')
  const open = `<${type}${attributes(props)}`
  if (VOID.has(type)) return `${open}/>`
  const { dangerouslySetInnerHTML: html } = props as { dangerouslySetInnerHTML?: { __html: string } }
  return `${open}>${html ? html.__html : write(props.children)}</${type}>`
}

function attributes(props: Props): string {
  let text = ''
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || name === 'dangerouslySetInnerHTML' || value === null || value === undefined)
      continue
    text += attribute(NAMES.get(name) ?? name, value)
  }
  return text
}

function attribute(name: string, value: unknown): string {
  // data-* and aria-* say "true" and "false"; all others are there or not
  const spelled = name.startsWith('data-') || name.startsWith('aria-')
  if (typeof value === 'boolean' && !spelled) return value ? ` ${name}=""` : ''
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
    throw new NotPlainMarkup(`The attribute ${name} is no text`)
  return ` ${name}="${escape(String(value))}"`
}
