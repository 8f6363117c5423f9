'use client'

import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { ImageView } from '@/db/media'

type Images = { byId: Map<number, ImageView>; add: (image: ImageView) => void }

const Context = createContext<Images>({ byId: new Map(), add: () => {} })

/** The images that this page knows by id: those of the article, and those uploaded or chosen since. */
export function Images({ stored, children }: { stored: ImageView[]; children: ReactNode }) {
  const [added, setAdded] = useState<ImageView[]>([])
  const value = useMemo(
    () => ({
      byId: new Map([...added, ...stored].map((image) => [image.id, image])),
      add: (image: ImageView) => setAdded((images) => [...images, image]),
    }),
    [added, stored],
  )
  return <Context value={value}>{children}</Context>
}

export const useImages = () => use(Context)
