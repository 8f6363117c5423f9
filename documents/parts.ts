import { reading } from '@/db/touches'

/**
 * Puts finished HTML aside until the document is finished, so that it does not travel through React. The number stands
 * for it in the page as `<template data-part>`; null where nobody will put it back, as at the desk.
 */
export function setAside(html: string): number | null {
  const parts = reading()?.parts
  return parts ? parts.push(html) - 1 : null
}
