import { mergeAttributes, Node } from '@tiptap/core'

const data = (name: string, read: (value: string) => unknown = (value) => value) => ({
  parseHTML: (element: HTMLElement) => read(element.getAttribute(`data-${name}`) ?? ''),
  renderHTML: () => ({}),
})

/** An image of the media table with what this article says of it; its address is never written down. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    mediaId: { default: 0, ...data('media-id', Number) },
    alt: { default: '', ...data('alt') },
    caption: { default: '', ...data('caption') },
    credit: { default: '', ...data('credit') },
  }),
  // what travels over the clipboard; visitors get `components/article/document`
  parseHTML: () => [{ tag: 'figure[data-media-id]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'figure',
    mergeAttributes(HTMLAttributes, {
      'data-media-id': node.attrs['mediaId'],
      'data-alt': node.attrs['alt'],
      'data-caption': node.attrs['caption'],
      'data-credit': node.attrs['credit'],
    }),
  ],
})

/** Something that lives elsewhere (a film, a post, a map), offered as a link: nothing foreign is loaded. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    href: { default: '', ...data('href') },
    title: { default: '', ...data('title') },
  }),
  parseHTML: () => [{ tag: 'div[data-embed]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, {
      'data-embed': '',
      'data-href': node.attrs['href'],
      'data-title': node.attrs['title'],
    }),
  ],
})
