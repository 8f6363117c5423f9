import { NOT_FOUND, NotFoundPage } from '../not-found-page'

export const metadata = NOT_FOUND

export default async function CatchAllPage({ params }: PageProps<'/[...path]'>) {
  const { path } = await params
  return <NotFoundPage path={`/${path.join('/')}`} />
}
