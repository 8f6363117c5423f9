// Does a little work for each comment while it is typed, so that flooding a site with them costs something.
// Without this module, or where it fails, a comment is sent all the same and waits for an editor.

/** @param {ArrayBuffer} hash */
const zeros = (hash) => Math.clz32(new DataView(hash).getUint32(0))

/** @returns {Promise<string>} a proof, or nothing where none can be had */
async function solve() {
  const answer = await fetch('/challenge', { method: 'POST' })
  if (!answer.ok) return ''
  const { challenge, bits } = await answer.json()
  const encoder = new TextEncoder()
  for (let n = 0; ; n++) {
    const proof = `${challenge}:${n}`
    if (zeros(await crypto.subtle.digest('SHA-256', encoder.encode(proof))) >= bits) return proof
  }
}

/**
 * @param {HTMLInputElement} field where the proof belongs
 * @param {HTMLFormElement} form
 */
function watch(field, form) {
  /** @type {Promise<void> | undefined} */
  let work
  const begin = () =>
    (work ??= solve()
      .catch(() => '')
      .then((proof) => void (field.value = proof)))

  form.addEventListener('focusin', () => void begin())
  // a text that came back needs one press perhaps, which is quick without being a machine's
  if (form.querySelector('textarea')?.value) void begin()
  form.addEventListener('submit', (event) => {
    if (field.value) return
    event.preventDefault()
    event.submitter?.setAttribute('aria-busy', 'true')
    // sent in any case: what brings no proof waits for an editor
    void begin().then(() => HTMLFormElement.prototype.submit.call(form))
  })
  // whoever comes back to the page writes another comment
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    field.value = ''
    work = undefined
    form.querySelector('[aria-busy]')?.removeAttribute('aria-busy')
  })
}

const field = document.querySelector('input[name=proof]')
// without a safe connection browsers do not hash
if (field instanceof HTMLInputElement && field.form && globalThis.crypto?.subtle) watch(field, field.form)

export {}
