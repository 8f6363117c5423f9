import { Fragment } from 'react'

/** A street address over two lines: the street, and the rest. */
export function Postal({ address }: { address: string }) {
  const cut = address.indexOf(',')
  const lines = cut < 0 ? [address] : [address.slice(0, cut), address.slice(cut + 1)]
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line.trim()}
    </Fragment>
  ))
}
