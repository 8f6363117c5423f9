import { join } from 'node:path'
import { config } from '@/config'
import { open } from '@/db/client'

// pages and layout are bundled apart, and each of Next's processes opens the file once
if (!(Symbol.for('masthead.database') in globalThis)) open(join(config().dataDir, 'masthead.sqlite'))
