import styles from './embed.module.css'

/** What lives elsewhere, as a link that says where it leads. */
export function Embed({ href, title }: { href: string; title: string }) {
  const host = new URL(href).host.replace(/^www\./, '')
  return (
    <p className={styles.embed}>
      <a href={href} rel="noopener">
        <span className={styles.title} dir="auto">
          {title || href.replace(/^https?:\/\/(www\.)?/, '')}
        </span>
        <span className={styles.host}>{host}</span>
      </a>
    </p>
  )
}
