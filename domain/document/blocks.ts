import { Node } from '@tiptap/core'

/** An attribute that survives the clipboard as `data-NAME`. */
const attribute = <T>(name: string, initial: T, read: (value: string) => T) => ({
  [name]: {
    default: initial,
    parseHTML: (element: HTMLElement) => read(element.getAttribute(`data-${name}`) ?? ''),
    renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
  },
})

/** An image of the media table with what this article says of it; its address is never written down. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    ...attribute('mediaId', 0, Number),
    ...attribute('alt', '', String),
    ...attribute('caption', '', String),
    ...attribute('credit', '', String),
  }),
  parseHTML: () => [{ tag: 'figure[data-mediaid]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes],
})

/** Something that lives elsewhere (a film, a post, a map), offered as a link: nothing foreign is loaded. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    ...attribute('href', '', String),
    ...attribute('title', '', String),
  }),
  parseHTML: () => [{ tag: 'div[data-embed]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-embed': '' }],
})
