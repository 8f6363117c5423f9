import type { StaticImageData } from 'next/image'
import png from './icon.png'
import svg from './icon.svg'

/** The mark of the site: its full stop. */
export function Icons() {
  return (
    <>
      <link rel="icon" type="image/svg+xml" href={(svg as StaticImageData).src} />
      <link rel="icon" type="image/png" sizes="192x192" href={png.src} />
      <link rel="apple-touch-icon" href={png.src} />
    </>
  )
}
