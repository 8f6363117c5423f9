/** The words of a waiver among those around them; nothing of an image, which has none. */
export function PassageOfWaiver({ quote, context }: { quote: string; context: string }) {
  const at = context.indexOf(quote)
  if (quote === '' || at < 0) return quote
  return (
    <>
      {context.slice(0, at)}
      <mark>{quote}</mark>
      {context.slice(at + quote.length)}
    </>
  )
}
