/** Packages that tests and scripts load as they are, because they are large or find files beside themselves. */
export const TOOLS = [
  '@vscode/*',
  'ajv',
  'assemblyscript',
  'binaryen',
  'commander',
  'esbuild',
  'eslint',
  'fast-check',
  'mocha',
  'playwright-core',
  'prettier',
  'typescript',
  'vscode-oniguruma',
  'vscode-textmate',
  'vscode-jsonrpc',
  'vscode-languageserver',
];
