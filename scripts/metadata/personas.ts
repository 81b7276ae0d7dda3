/**
 * What each persona may do, as people agreed on it. The permission sets must grant exactly this. Fields that every
 * record needs (a key, the piece that a review is about) have no security of their own and are not listed.
 */

export type Right = 'create' | 'read' | 'edit' | 'delete' | 'view all' | 'modify all';

export interface ObjectGrant {
  may: readonly Right[];
  /** Fields to read only. */
  reads?: readonly string[];
  /** Fields to read and write. Where the object has create without edit, they can be given once. */
  writes?: readonly string[];
}

export interface Persona {
  objects: Readonly<Record<string, ObjectGrant>>;
  /** `Visible` in every app that has the tab, or `Available` to be added. */
  tabs: Readonly<Record<string, string>>;
  applications: readonly string[];
  systemPermissions: readonly string[];
}

/** All that an author writes about a piece and a seller may read of it. */
const GUIDANCE_TEXT = [
  'Approvals__c',
  'Audience__c',
  'Body__c',
  'Company_Benefit__c',
  'Competency__c',
  'Criteria__c',
  'Ends_On__c',
  'Field__c',
  'Kind__c',
  'Language__c',
  'Minutes__c',
  'Object__c',
  'Priority__c',
  'Review_By__c',
  'Seller_Benefit__c',
  'Starts_On__c',
  'Status__c',
  'Summary__c',
  'Version__c'
];

const SELLERS_WORDS = ['Comment__c', 'Guidance_Version__c', 'Stage__c'];
const AUTHORS_ANSWER = ['Answer_Due__c', 'Answer__c', 'Answered_At__c', 'Answered_By__c'];

const SENT_USAGE = [
  'Dropped_Count__c',
  'Event_Count__c',
  'Events__c',
  'First_Event_At__c',
  'Format_Version__c',
  'Last_Event_At__c',
  'Sent_At__c'
];
const PROCESSING = ['Quarantine_Reason__c', 'Status__c'];

const IN_THE_APP = { applications: ['Caddie'], systemPermissions: [] };

export const PERSONAS: Readonly<Record<string, Persona>> = {
  // Sees guidance, says what it is worth, keeps preferences; sends usage but cannot alter what was sent.
  Caddie_Rep: {
    ...IN_THE_APP,
    objects: {
      Guidance__c: { may: ['read'], reads: GUIDANCE_TEXT },
      Guidance_Review__c: { may: ['create', 'read', 'edit'], reads: AUTHORS_ANSWER, writes: SELLERS_WORDS },
      Guidance_Preference__c: {
        may: ['create', 'read', 'edit', 'delete'],
        writes: [
          'Density__c',
          'Dismissed__c',
          'Quiet_Mode__c',
          'Recording_Paused_At__c',
          'Recording_Paused__c',
          'Seen__c',
          'Snoozed__c'
        ]
      },
      Usage_Batch__c: { may: ['create', 'read'], reads: PROCESSING, writes: SENT_USAGE }
    },
    tabs: {
      Guidance__c: 'Visible',
      Guidance_Review__c: 'Visible',
      Guidance_Preference__c: 'Available',
      Usage_Batch__c: 'Available'
    }
  },
  // Keeps the library and owes sellers an answer; can neither rewrite their words nor remove a review.
  Caddie_Author: {
    ...IN_THE_APP,
    objects: {
      Guidance__c: { may: ['create', 'read', 'edit'], writes: [...GUIDANCE_TEXT, 'Content_Hash__c'] },
      Guidance_Review__c: { may: ['read', 'edit', 'view all'], reads: SELLERS_WORDS, writes: AUTHORS_ANSWER }
    },
    tabs: { Guidance__c: 'Visible', Guidance_Review__c: 'Visible' }
  },
  // Reads what sellers read. Nothing about people.
  Caddie_Manager: {
    ...IN_THE_APP,
    objects: { Guidance__c: { may: ['read'], reads: GUIDANCE_TEXT } },
    tabs: { Guidance__c: 'Visible' }
  },
  // Runs Caddie: every piece, whoever wrote it, and Setup. No reviews, no preferences, no raw usage.
  Caddie_Admin: {
    objects: {
      Guidance__c: {
        may: ['create', 'read', 'edit', 'delete', 'view all', 'modify all'],
        writes: [...GUIDANCE_TEXT, 'Content_Hash__c']
      }
    },
    tabs: { Guidance__c: 'Visible' },
    applications: ['Caddie'],
    systemPermissions: ['ViewRoles', 'ViewSetup']
  },
  // The sync counts batches that belong to reps, marks them, and deletes them after the retention period.
  Caddie_Integration: {
    objects: {
      Guidance__c: {
        may: ['read'],
        reads: [
          'Competency__c',
          'Ends_On__c',
          'Field__c',
          'Kind__c',
          'Language__c',
          'Minutes__c',
          'Object__c',
          'Starts_On__c',
          'Status__c',
          'Version__c'
        ]
      },
      Guidance_Review__c: {
        may: ['read', 'view all'],
        reads: ['Answer_Due__c', 'Answered_At__c', 'Guidance_Version__c', 'Stage__c']
      },
      Usage_Batch__c: {
        may: ['read', 'edit', 'delete', 'view all', 'modify all'],
        reads: SENT_USAGE,
        writes: PROCESSING
      }
    },
    tabs: {},
    applications: [],
    systemPermissions: ['ApiEnabled']
  }
};
