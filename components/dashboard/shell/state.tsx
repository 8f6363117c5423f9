import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A page that says why there is nothing else on it, and where to go from here. */
export function State({ title, children, next }: { title: string; children: ReactNode; next: ReactNode }) {
  return (
    <Stack gap="md" maw={560} py="xl">
      <Title order={1}>{title}</Title>
      <Text component="div">{children}</Text>
      <div>{next}</div>
    </Stack>
  )
}
