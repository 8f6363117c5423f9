import { getStaff } from '@/auth/guard'
import { Forbidden } from '@/components/dashboard/shell/forbidden'
import * as accounts from '@/db/accounts'
import { ROLE_NAMES } from '@/domain/roles'

export default async function ForbiddenState() {
  const staff = await getStaff()
  if (!staff) return null
  const owners = await accounts.listOwners()
  return <Forbidden role={ROLE_NAMES[staff.role]} owners={owners} />
}
