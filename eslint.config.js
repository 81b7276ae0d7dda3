import js from '@eslint/js';
import lwcRecommended from '@salesforce/eslint-config-lwc/recommended-ts.js';
import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const ORG_MODULES = ['lightning/ui*Api', 'lightning/graphql'];

export default defineConfig([
  globalIgnores(['node_modules', '.caddie', '.sf', '.sfdx', 'coverage', 'dist']),
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.recommended],
    rules: {
      'no-console': 'error',
      eqeqeq: 'error'
    }
  },
  {
    files: ['force-app/**/lwc/**/*.ts'],
    extends: [lwcRecommended],
    languageOptions: { parser: tseslint.parser, globals: globals.browser },
    rules: {
      // One's own template is reached with refs and this.template; the rest of the page is not ours.
      'no-restricted-properties': [
        'error',
        ...['querySelector', 'querySelectorAll', 'getElementById', 'getElementsByClassName'].map(
          (property) => ({
            object: 'document',
            property
          })
        )
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            // The platform follows gql to the query's text, so it is imported where the text stands. It calls nothing.
            { group: ORG_MODULES, allowImportNames: ['gql'], message: 'Only c/crm talks to the org.' }
          ]
        }
      ],
      '@lwc/lwc/no-unknown-wire-adapters': ['error', { adapters: [{ module: 'c/crm', identifier: '*' }] }],
      // Hover delays and the time to undo are behaviour; whoever starts a timer clears it on removal.
      '@lwc/lwc/no-async-operation': 'off',
      // TypeScript knows what is defined; these rules do not know types.
      'no-undef': 'off',
      'no-unused-vars': 'off'
    }
  },
  {
    // Reads the markup of a document of its own; nothing is ever written into the page.
    files: ['force-app/main/guidance/lwc/guidanceBody/guidanceBody.ts'],
    rules: { '@lwc/lwc/no-inner-html': 'off' }
  },
  {
    files: ['force-app/main/core/lwc/crm/**/*.ts', 'force-app/**/__tests__/**/*.ts'],
    rules: { 'no-restricted-imports': 'off' }
  },
  {
    files: ['force-app/**/__tests__/**/*.ts', 'test/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    languageOptions: { globals: globals.jest },
    rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' }
  },
  {
    files: ['scripts/**/*.ts', 'e2e/**/*.ts', '*.js'],
    languageOptions: { globals: globals.node }
  },
  {
    // A command line speaks through these.
    files: ['scripts/lib/**/*.ts', 'scripts/bench/**/*.ts', 'e2e/lib/**/*.ts'],
    rules: { 'no-console': 'off' }
  }
]);
