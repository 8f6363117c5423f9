import { notFound } from 'next/navigation'
import { requireUser } from '@/auth/guard'

/** Addresses that the desk does not know: without this they would reach the visitors' not-found document. */
export default async function UnknownPage() {
  await requireUser()
  notFound()
}
