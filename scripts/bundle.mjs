import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** @returns {Record<string, string>} what runs outside Next, by its name in build/ */
function entries() {
  const jobs = join(root, 'jobs')
  const workers = existsSync(jobs) ? readdirSync(jobs).filter((file) => file.endsWith('.worker.ts')) : []
  return {
    server: 'server.ts',
    cli: 'cli/main.ts',
    ...Object.fromEntries(workers.map((file) => [file.replace(/\.ts$/, ''), `jobs/${file}`])),
  }
}

/** @returns {import('esbuild').BuildOptions} our import alias comes from tsconfig.json, which esbuild reads */
export function bundling() {
  return {
    absWorkingDir: root,
    entryPoints: entries(),
    outdir: 'build',
    bundle: true,
    format: 'esm',
    // what one start in a hundred needs (`import()`) is not loaded by the others
    splitting: true,
    chunkNames: 'chunks/[hash]',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  }
}

/** Bundles what runs outside Next into build/, in a fraction of a second. */
export async function bundle() {
  const { build } = await import('esbuild')
  await build(bundling())
}
