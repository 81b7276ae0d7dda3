import sfdx from '@salesforce/sfdx-lwc-jest/config.js';

export default {
  ...sfdx.jestConfig,
  // V8's own coverage counts TypeScript files; the default instrumenter leaves them out of the report.
  coverageProvider: 'v8',
  moduleNameMapper: {
    // The package's stub has no executeMutation, and its gql forgets the query's text.
    '^lightning/graphql$': '<rootDir>/test/mocks/graphql.ts'
  },
  // Checks of accessibility take seconds on a busy machine.
  testTimeout: 30_000,
  setupFilesAfterEnv: [...(sfdx.jestConfig.setupFilesAfterEnv ?? []), '<rootDir>/test/setup.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/scripts/', '<rootDir>/e2e/'],
  modulePathIgnorePatterns: ['<rootDir>/.caddie/', '<rootDir>/scripts/']
};
