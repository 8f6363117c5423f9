'use client'

import dynamic from 'next/dynamic'
import type { EditorProps } from './editor'

// it is large, and it reads what this browser keeps, which no server can render
const Editor = dynamic(() => import('./editor').then((module) => module.Editor), {
  ssr: false,
  loading: () => <p role="status">Opening the article …</p>,
})

export const LazyEditor = (props: EditorProps) => <Editor {...props} />
