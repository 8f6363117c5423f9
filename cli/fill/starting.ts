/** What bulk articles are made with on a site that has no people or no topics of its own. */
export const STARTING = {
  people: [
    { slug: 'amara-okafor', name: 'Amara Okafor' },
    { slug: 'bruno-weiss', name: 'Bruno Weiss' },
    { slug: 'chiara-rossi', name: 'Chiara Rossi' },
    { slug: 'felix-lindqvist', name: 'Felix Lindqvist' },
    { slug: 'priya-gupta', name: 'Priya Gupta' },
    { slug: 'tove-eriksen', name: 'Tove Eriksen' },
  ],
  topics: [
    { slug: 'practice', name: 'Practice' },
    { slug: 'policy', name: 'Policy' },
    { slug: 'tools', name: 'Tools' },
    { slug: 'people', name: 'People' },
    { slug: 'money', name: 'Money' },
  ],
}
