'use client'

import { useMemo } from 'react'
import type { ImageLibrary } from './body/image-dialog'
import type { EditorActions } from './types'
import { uploadImage } from './upload-image'

export function useImageLibrary(list: EditorActions['listImages'], mayUpload: boolean): ImageLibrary {
  return useMemo(() => ({ list, upload: mayUpload ? uploadImage : undefined }), [list, mayUpload])
}
