import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask } from './ask'
import { freePort } from '@/e2e/server'
import { find, folder, start, until } from './children'

export type Nginx = {
  url: string
  /** Serves these bytes, compressed by gzip already, as the file `name`. */
  put: (name: string, gzipped: Buffer) => string
}

const configuration = (port: number, user: string) => `
daemon off;
${user}worker_processes 1;
pid nginx.pid;
error_log error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=16;
  default_type 'text/html; charset=utf-8';
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port} backlog=1024;
    root files;
    gzip_static always;
  }
}
`

/** Starts nginx with one worker on files of its own, as a child like any other. */
export async function startNginx(): Promise<Nginx> {
  const port = await freePort()
  const prefix = join(folder, `nginx-${port}`)
  mkdirSync(join(prefix, 'files'), { recursive: true })
  const config = join(prefix, 'nginx.conf')
  // its worker would otherwise be somebody who may not look into our folder
  writeFileSync(config, configuration(port, process.getuid?.() === 0 ? 'user root;\n' : ''))
  const child = start(find('nginx') ?? 'nginx', ['-p', prefix, '-e', 'error.log', '-c', config])
  const url = `http://127.0.0.1:${port}`
  await until(child, () =>
    ask(url).then(
      () => true,
      () => false,
    ),
  )
  return {
    url,
    put: (name, gzipped) => {
      writeFileSync(join(prefix, 'files', `${name}.gz`), gzipped)
      return `${url}/${name}`
    },
  }
}
