/** Languages that a code block offers by name; any other short word is allowed too. */
export const LANGUAGES: Record<string, string> = {
  bash: 'Shell',
  c: 'C',
  cpp: 'C++',
  cs: 'C#',
  css: 'CSS',
  go: 'Go',
  graphql: 'GraphQL',
  html: 'HTML',
  java: 'Java',
  js: 'JavaScript',
  json: 'JSON',
  kotlin: 'Kotlin',
  md: 'Markdown',
  php: 'PHP',
  py: 'Python',
  rb: 'Ruby',
  rs: 'Rust',
  sql: 'SQL',
  swift: 'Swift',
  ts: 'TypeScript',
  tsx: 'TypeScript with JSX',
  xml: 'XML',
  yaml: 'YAML',
}

export const languageName = (language: string): string => LANGUAGES[language] ?? language
