import { rule } from './guard-first.js'
import { at, tester } from './tester.js'

const PAGE = 'app/dashboard/articles/page.tsx'
const ROUTE = 'app/dashboard/media/upload/route.ts'
const ACTIONS = 'app/(site)/articles/[slug]/actions.ts'

/**
 * @param {string} name
 * @param {string} file
 * @param {string} code
 */
const allowed = (name, file, code) => ({ name, filename: at(file), code })

/**
 * @param {string} name
 * @param {string} file
 * @param {string} code
 * @param {'staff' | 'action' | 'export'} messageId
 */
const refused = (name, file, code, messageId) => ({ ...allowed(name, file, code), errors: [{ messageId }] })

tester.run('guard-first', rule, {
  valid: [
    allowed(
      'a staff page that keeps what the guard gives',
      PAGE,
      "export default async function Page() { const actor = await requireStaff('write'); return actor }",
    ),
    allowed(
      'a staff page behind a name',
      PAGE,
      'async function Page() { await requireUser(); return null }\nexport default Page',
    ),
    allowed(
      'a page for visitors',
      'app/(site)/page.tsx',
      'export default async function Page() { return null }',
    ),
    allowed(
      'a staff route, and what is not a method',
      ROUTE,
      "export const runtime = 'nodejs'\nexport const POST = async () => { await requireStaffOr401('upload') }",
    ),
    allowed(
      'an action of staff',
      ACTIONS,
      "'use server'\nexport async function close() { const { actor } = await requireStaff('close') }",
    ),
    allowed('an action for anyone', ACTIONS, "'use server'\nexport async function post() { allowAnyone() }"),
    allowed(
      'a private function among actions',
      ACTIONS,
      "'use server'\nfunction parse() {}\nexport async function post() { await allowAnyone(); parse() }",
    ),
    allowed(
      'an action inside a component',
      'app/dashboard/header.tsx',
      "const leave = async () => { 'use server'; await requireUser() }",
    ),
  ],
  invalid: [
    refused(
      'a staff page without a guard',
      PAGE,
      'export default async function Page() { return null }',
      'staff',
    ),
    refused(
      'a guard that comes second',
      PAGE,
      'export default async function Page({ params }) { const { id } = await params; await requireUser() }',
      'staff',
    ),
    refused(
      'a guard that nobody waits for',
      PAGE,
      'export default async function Page() { const user = requireUser() }',
      'staff',
    ),
    refused(
      'a staff page for anyone',
      PAGE,
      'export default async function Page() { allowAnyone() }',
      'staff',
    ),
    refused('a staff route without a guard', ROUTE, 'export async function GET() { return list() }', 'staff'),
    refused('a staff route from elsewhere', ROUTE, "export { POST } from './upload'", 'staff'),
    refused(
      'an action without a guard',
      ACTIONS,
      "'use server'\nexport async function post() { save() }",
      'action',
    ),
    refused('an action that is no function', ACTIONS, "'use server'\nexport const limit = 5", 'export'),
    refused('an action that is wrapped', ACTIONS, "'use server'\nexport const post = logged(save)", 'export'),
    refused('actions passed on in bulk', ACTIONS, "'use server'\nexport * from './others'", 'export'),
    refused(
      'an action inside a component without a guard',
      'app/dashboard/header.tsx',
      "const leave = async () => { 'use server'; save() }",
      'action',
    ),
  ],
})
