import type { Behaviour } from '../engine.ts';

/** An order is activated once it has products, of which the org has none. */
export const order: Behaviour = {
  derive({ after }) {
    after.StatusCode = 'Draft';
  },
  check({ after }) {
    return after.Status === 'Draft'
      ? []
      : [
          {
            errorCode: 'FAILED_ACTIVATION',
            message: 'An order must have at least one product.',
            fields: ['Status']
          }
        ];
  }
};
