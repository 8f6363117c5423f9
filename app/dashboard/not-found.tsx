import { Button } from '@mantine/core'
import { State } from '@/components/dashboard/shell/state'

export default function NotFound() {
  return (
    <State
      title="There is nothing here."
      next={
        <Button component="a" href="/dashboard/articles">
          All articles
        </Button>
      }
    >
      The address may be mistyped, or what stood here was removed.
    </State>
  )
}
