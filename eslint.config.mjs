import tseslint from 'typescript-eslint';
import { CORE, LAYERS, PLACES } from './scripts/layers.mjs';

/** Forbids every import from a layer that the table does not allow. */
function layerBlock(layer) {
  const allowed = [layer, ...LAYERS[layer]];
  const forbidden = Object.keys(LAYERS).filter((each) => !allowed.includes(each));
  const patterns = forbidden.map((each) => ({
    regex: `^(?:\\.\\./)+${each}(?:/|$)|^\\./${each}$`,
    message: `The layer ${layer} may not import from ${each}; see ARCHITECTURE.md.`,
  }));
  if (CORE.includes(layer)) {
    patterns.push({ regex: '^(?:node:|vscode)', message: 'The core knows neither the platform nor the protocol.' });
  }
  const files = [PLACES[layer] ?? `server/src/${layer}/**/*.ts`];
  return { files, rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

const RULE_FILES = 'server/src/rules/*.ts';

export default tseslint.config(
  // What `assembly/` holds is no TypeScript, though it looks like it.
  { ignores: ['assembly/', 'dist/', 'out/', 'node_modules/', '.vscode-test/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 400, skipComments: true, skipBlankLines: true }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      complexity: ['error', 12],
      'max-depth': ['error', 3],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allow: [{ name: 'BigInt', from: 'lib' }] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidOperator: true, ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      // Index signatures are read with brackets on purpose, as the compiler demands.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  // Declarations and tables are long by nature.
  { files: ['server/src/options/*.ts'], rules: { 'max-lines': 'off' } },
  {
    files: [RULE_FILES],
    ignores: ['server/src/rules/index.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  // What activation loads stays without the library, which takes longer than everything else.
  {
    files: ['client/src/**/*.ts'],
    ignores: ['client/src/error-handler.ts', 'client/src/node/language-client.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^vscode-languageclient',
              allowTypeImports: true,
              message: 'The library is loaded when the server starts; see ARCHITECTURE.md.',
            },
          ],
        },
      ],
    },
  },
  // At the edge, what comes from outside has to be given a type somewhere.
  {
    files: ['server/src/lsp/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-assertions': 'off' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-misused-promises': 'off',
    },
  },
  // Decoders are loops that run once for each bit or byte, where calls cost more than the work.
  {
    files: ['server/src/kernel/unpack/*.ts'],
    rules: { complexity: 'off', 'max-depth': 'off', 'max-lines-per-function': 'off', 'max-lines': ['error', 450] },
  },
  ...Object.keys(LAYERS).map(layerBlock),
);
