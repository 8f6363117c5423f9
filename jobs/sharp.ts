import { createRequire } from 'node:module'

// the ES module of sharp has a syntax that Node learnt in 20.10; its CommonJS is the same code
const sharp = createRequire(import.meta.url)('sharp') as (typeof import('sharp'))['default']

export default sharp
