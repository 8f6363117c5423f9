import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { rule as folders } from './eslint/folders.js'
import { rule as guardFirst } from './eslint/guard-first.js'

const EVERYWHERE = [
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines it.' },
  {
    selector: 'ExportNamedDeclaration[source]',
    message: 'No barrels: import from the file that defines it.',
  },
  {
    selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
    message: 'A cast through unknown needs its reason in a comment that disables this line.',
  },
  {
    selector: "MemberExpression[object.name='URL'][property.name='canParse']",
    message: 'Wrong on Node 20 for hosts beyond ASCII: use urlOf.',
  },
]

const TESTS = ['**/*.test.{ts,tsx,js}', 'db/fixtures.ts', 'e2e/**']

export default defineConfig(
  globalIgnores(['**/.next/', 'build/', 'data/', '**/next-env.d.ts', 'playwright-report/', 'test-results/']),
  tseslint.configs.recommendedTypeChecked,
  { files: ['{app,components}/**/*.tsx'], extends: [reactHooks.configs.flat.recommended] },
  {
    plugins: { masthead: { rules: { folders, 'guard-first': guardFirst } } },
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'masthead/folders': 'error',
      'masthead/guard-first': 'error',
      'max-lines': ['error', 300],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // verbs and actions are async by contract, whatever they await today
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // whoever may mint a staff actor decides who is staff
    files: ['**/*.{ts,tsx}'],
    ignores: ['auth/guard.ts', 'cli/**', 'jobs/**', ...TESTS],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/domain/actor'],
              importNames: ['staffActor'],
              message: 'Only the guards make staff actors: ask requireStaff or requireUser.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['domain/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'performance', 'fetch', 'crypto', 'setTimeout', 'setInterval'].map((name) => ({
          name,
          message: 'The rules of domain/ are pure: take it as an argument.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
        { object: 'Math', property: 'random', message: 'Chance is an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...EVERYWHERE,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument.',
        },
        { selector: "CallExpression[callee.name='Date']", message: 'Time is an argument.' },
      ],
    },
  },
  {
    files: ['db/*.ts'],
    // these speak to the driver itself
    ignores: ['db/client.ts', 'db/commits.ts', 'db/migrate.ts', 'db/search.ts', ...TESTS],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...EVERYWHERE,
        {
          selector: 'CallExpression[arguments.length=0] > MemberExpression[property.name=/^(get|all|run)$/]',
          message: 'Await the statement instead: .get(), .all() and .run() exist on SQLite alone.',
        },
      ],
    },
  },
  {
    files: TESTS,
    rules: {
      // expect.any() and its like are any by nature
      '@typescript-eslint/no-unsafe-assignment': 'off',
      'no-restricted-syntax': [
        'error',
        ...EVERYWHERE,
        {
          selector: 'MemberExpression[property.name=/^(only|skip|skipIf|fixme|todo)$/]',
          message: 'Every test runs.',
        },
        {
          selector: "MemberExpression[property.name='waitForTimeout']",
          message: 'Wait for what must happen.',
        },
        { selector: 'Property[key.name=/^retr(y|ies)$/]', message: 'A retry hides a race.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: {
      // what a tool prints or an AST holds is any by nature; tsc checks the rest
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
)
