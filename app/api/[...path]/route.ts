import { respondJson } from '@/app/_machines/respond'

export const dynamic = 'force-dynamic'

export const GET = () => respondJson({ error: 'There is nothing at this address.' }, 404)
