import type { SiteView } from '@/db/settings'
import { SETTING_LABELS } from '@/domain/setting-labels'
import type { IdentityKey } from '@/domain/settings'
import styles from './form.module.css'

type Props = { site: SiteView; owners: { name: string; email: string }[] }

/** The identity for those who may not change it, and who may. */
export function Facts({ site, owners }: Props) {
  const facts: [IdentityKey, string][] = [
    ['site.name', site.name],
    ['site.tagline', site.tagline],
    ['site.address', site.address],
    ['site.phone', site.phone],
    ['site.email', site.email],
    ['site.timeZone', site.timeZone],
  ]
  return (
    <div className={styles.form}>
      <p>
        Only an owner changes the identity
        {owners.length > 0 && `: ${owners.map(({ name }) => name).join(', ')}`}.
      </p>
      <dl className={styles.facts}>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{SETTING_LABELS[key]}</dt>
            <dd dir="auto">{value || '—'}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
