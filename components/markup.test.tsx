import * as fc from 'fast-check'
import { createElement, Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { markup, NotPlainMarkup } from './markup'

const Named = ({ name, children }: { name: string; children?: ReactNode }) => (
  <>
    <b title={name}>{name}</b>
    {children}
  </>
)

test.each<[string, ReactNode]>([
  ['text', 'a < b & "c" > \'d\''],
  ['nothing', [null, undefined, true, false, '', 0]],
  ['names of attributes', <td key="1" className="a" colSpan={2} id="x" tabIndex={-1} />],
  ['a label', <label key="1" htmlFor="a" lang="en" dir="auto" />],
  ['times', <time key="1" dateTime="2024-03-25T10:00:00Z" />],
  [
    'spelled flags',
    <p key="1" data-staff={true} data-off={false} aria-hidden={false} data-none={undefined} />,
  ],
  ['flags', <details key="1" open={true} hidden={false} />],
  ['void elements', <img key="1" src="/a?b&c" alt="" width={4} height={3} loading="lazy" decoding="async" />],
  [
    'components',
    <Named key="1" name="É <i>">
      {['x', <br key="b" />, 'y']}
    </Named>,
  ],
  ['html', <div key="1" dangerouslySetInnerHTML={{ __html: '<p>as it is & was</p>' }} />],
])('%s come out as React writes them', (_what, node) => {
  expect(markup(node)).toBe(renderToStaticMarkup(node))
})

const text = fc.string({ unit: fc.constantFrom('a', ' ', '<', '&', '"', "'", 'é', '\n') })
const { tree } = fc.letrec<{ tree: ReactNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.constantFrom(null, 7, false),
    fc
      .tuple(fc.constantFrom('p', 'em', 'li', Fragment), text, fc.array(tie('tree'), { maxLength: 3 }))
      .map(([type, title, children]) =>
        typeof type === 'string'
          ? createElement(type, { title }, ...children)
          : createElement(type, null, ...children),
      ),
  ),
}))
test('any tree comes out as React writes it', () =>
  fc.assert(fc.property(tree, (node) => void expect(markup(node)).toBe(renderToStaticMarkup(node)))))

test.each<[string, ReactNode]>([
  ['a handler', <button key="1" onClick={() => undefined} />],
  ['a style', <p key="1" style={{ color: 'red' }} />],
  ['what waits', Promise.resolve('later')],
])('%s is refused, for only React can do it', (_what, node) =>
  expect(() => markup(node)).toThrow(NotPlainMarkup),
)
