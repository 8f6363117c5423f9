import { redirect } from 'next/navigation'
import { requireUser } from '@/auth/guard'

export default async function DashboardPage() {
  await requireUser()
  redirect('/dashboard/articles')
}
