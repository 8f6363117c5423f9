import { Kbd, Modal, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import styles from './score.module.css'

const KEYS: [string[], string][] = [
  [['F8'], 'The next problem'],
  [['Shift', 'F8'], 'The one before'],
  [['Ctrl', '.'], 'What can be done about it: mend, waive'],
  [['Esc'], 'Back to the text'],
  [['Ctrl', 'S'], 'Save'],
  [['Ctrl', 'K'], 'Link'],
  [['Ctrl', 'Z'], 'Undo'],
  [['Alt', 'F10'], 'The toolbar'],
  [['Esc', 'Tab'], 'On from the text to what stands after it'],
]

/** The sheet of keys. */
export function Keys() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <UnstyledButton className={styles.more} onClick={() => setOpen(true)}>
        Keys
      </UnstyledButton>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title="Keys">
        <p className={styles.why}>On a Mac, Command stands for Control.</p>
        <dl className={styles.sheet}>
          {KEYS.map(([keys, what]) => (
            <div key={what}>
              <dt>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  )
}
