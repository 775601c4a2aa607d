/**
 * Which layer of server/src may import which. ARCHITECTURE.md shows the same
 * table, and a test compares the two.
 */
export const LAYERS = {
  text: [],
  kernel: [],
  syntax: ['text'],
  schema: ['text'],
  specs: ['text', 'schema'],
  options: ['text', 'schema', 'specs'],
  model: ['text', 'syntax', 'schema', 'specs', 'options'],
  domain: ['text', 'schema', 'specs', 'options', 'model'],
  facts: ['text', 'schema', 'specs', 'options', 'model', 'kernel'],
  linter: ['text', 'syntax', 'schema', 'specs', 'options', 'model', 'facts', 'kernel'],
  rules: ['text', 'syntax', 'schema', 'specs', 'options', 'model', 'facts', 'kernel', 'linter'],
  features: ['text', 'syntax', 'schema', 'specs', 'options', 'model', 'facts', 'kernel', 'linter', 'rules', 'messages'],
  messages: ['text'],
  project: ['text', 'schema', 'linter', 'rules'],
  'language-service': [
    'text',
    'syntax',
    'schema',
    'specs',
    'options',
    'model',
    'facts',
    'kernel',
    'linter',
    'rules',
    'features',
    'domain',
    'messages',
  ],
  lsp: ['text', 'project', 'language-service'],
  cli: ['text', 'project', 'language-service'],
  zstd: ['kernel'],
  browser: ['kernel', 'zstd'],
  node: ['text', 'lsp', 'cli', 'facts', 'kernel', 'zstd', 'language-service'],
};

/** The layers that run anywhere: no platform, no protocol. */
export const CORE = [
  'text',
  'kernel',
  'syntax',
  'schema',
  'specs',
  'options',
  'model',
  'domain',
  'facts',
  'linter',
  'rules',
  'features',
  'messages',
  'project',
  'language-service',
];
