import { join } from 'node:path'
import { RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, describe, it } from 'vitest'

Object.assign(RuleTester, { afterAll, describe, it })

export const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } })

/** @param {string} file from the root */
export const at = (file) => join(process.cwd(), file)
