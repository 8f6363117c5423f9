import { Kbd, Modal, Switch, UnstyledButton } from '@mantine/core'
import styles from './keys.module.css'

const KEYS = [
  ['j', 'The next one'],
  ['k', 'The one before'],
  ['a', 'Approve'],
  ['h', 'Hold'],
  ['s', 'Spam'],
  ['r', 'Remove'],
  ['u', 'Undo the last decision'],
  ['x', 'Choose it, to decide about many at once'],
  ['/', 'Search'],
  ['?', 'This list'],
] as const

/** What a queue is of. */
export type Thing = 'comment' | 'mention'

export type KeysProps = {
  thing: Thing
  isOpen: boolean
  setIsOpen: (isOpen: boolean) => void
  isOn: boolean
  setIsOn: (isOn: boolean) => void
}

/** The sheet of single keys, and the way to switch them off. */
export function Keys({ thing, isOpen, setIsOpen, isOn, setIsOn }: KeysProps) {
  return (
    <>
      <UnstyledButton className={styles.open} onClick={() => setIsOpen(true)}>
        Keys
      </UnstyledButton>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title="Keys">
        <p className={styles.about}>They act on the {thing} that has the focus, and never while you type.</p>
        <dl className={styles.keys}>
          {KEYS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Switch
          label="Single keys decide"
          description="For this browser. Off, only Tab, Enter and the buttons do."
          checked={isOn}
          onChange={(event) => setIsOn(event.currentTarget.checked)}
        />
      </Modal>
    </>
  )
}
