import type { Behaviour } from '../engine.ts';
import { fullName } from './person.ts';

const USERNAME = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const user: Behaviour = {
  derive({ after }) {
    after.Name = fullName(after);
    after.UserType ??= 'Standard';
    after.CommunityNickname ??= String(after.Username ?? '')
      .split('@')[0]
      .slice(0, 40);
  },

  check({ after }) {
    if (USERNAME.test(String(after.Username))) return [];
    return [
      {
        errorCode: 'INVALID_EMAIL_ADDRESS',
        message:
          'Username: The username must be in the form of an email address (for example, john@acme.com)',
        fields: ['Username']
      }
    ];
  }
};
