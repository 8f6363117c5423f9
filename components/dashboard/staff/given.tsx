import { Button, CopyButton } from '@mantine/core'
import styles from './staff.module.css'
import type { OneTimeLink } from './state'

/** A one-time link, to be handed on. */
export function Given({ to, href, until }: OneTimeLink) {
  return (
    <div className={styles.link}>
      <p>
        Send this link to {to} and to nobody else. It works once, until {until}, and is not shown again.
      </p>
      <code>{href}</code>
      <CopyButton value={href}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {copied ? 'Copied' : 'Copy the link'}
          </Button>
        )}
      </CopyButton>
    </div>
  )
}
