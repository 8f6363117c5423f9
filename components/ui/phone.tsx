/** What a telephone dials: digits, and the plus where there is one. */
const dialled = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`

export function Phone({ phone, className }: { phone: string; className?: string | undefined }) {
  return (
    <a href={dialled(phone)} className={className}>
      {phone}
    </a>
  )
}
