'use client'

import { Button } from '@mantine/core'
import { State } from '@/components/dashboard/shell/state'

export default function ErrorState({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <State title="This page failed." next={<Button onClick={reset}>Try again</Button>}>
      What was saved before is safe. If it happens again, tell whoever runs the site
      {error.digest ? ` and give them the number ${error.digest}` : ''}.
    </State>
  )
}
