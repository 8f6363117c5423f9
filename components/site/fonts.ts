import localFont from 'next/font/local'

// The stand-ins that fonts.css measures to fit keep the page still while these load.

const display = localFont({
  src: '../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-display',
  fallback: ['Display on Arial', 'Display on Roboto', 'system-ui', 'sans-serif'],
  adjustFontFallback: false,
})

const text = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--font-text',
  fallback: ['Text on Times', 'Text on Noto', 'serif'],
  adjustFontFallback: false,
})

// a family of its own: only pages that set something in italics fetch it
const italic = localFont({
  src: '../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  weight: '200 800',
  style: 'italic',
  variable: '--font-italic',
  fallback: ['Text on Times', 'Text on Noto', 'serif'],
  adjustFontFallback: false,
  preload: false,
})

/** The class names that put the three families within reach of the tokens. */
export const fonts = `${display.variable} ${text.variable} ${italic.variable}`
