import styles from './doors.module.css'

/** Over what was typed into a form that could not be taken: an older build had made it, or something failed. */
export const GivenBack = () => (
  <p role="alert" className={styles.refusal}>
    The page changed meanwhile, or something failed. Please type the password again.
  </p>
)
