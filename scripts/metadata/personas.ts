import {
  AGREEMENT_FOR_FINANCE,
  AGREEMENT_FOR_MARKETING,
  AGREEMENT_FOR_SALES,
  INTELLIGENCE_FOR_ADMINS,
  INTELLIGENCE_FOR_REPS,
  INTELLIGENCE_FOR_THE_SYNC
} from './intelligence-grants.ts';

/**
 * What each persona may do, as people agreed on it. The permission sets must grant exactly this. Fields that every
 * record needs (a key, the piece that a review is about) have no security of their own and are not listed.
 */

export type Right = 'create' | 'read' | 'edit' | 'delete' | 'view all' | 'modify all';

export interface ObjectGrant {
  /** None for a standard object on which only fields are granted: the profile says what else one may do there. */
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
  customPermissions: readonly string[];
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
const PROCESSING = ['Quarantine_Reason__c', 'Status__c', 'Time_Zone__c'];

const COUNTS = [
  'Completed_Count__c',
  'Copied_Count__c',
  'Did_Differently_Count__c',
  'Dismissed_Count__c',
  'Event_Count__c',
  'Helpful_Count__c',
  'Opened_Count__c',
  'Shown_Count__c',
  'Snoozed_Count__c',
  'Unhelpful_Count__c'
];
const USAGE_DAY = ['Day__c', 'Guidance_Key__c', ...COUNTS];
const ADOPTION_WEEK = [
  'Cohort_Key__c',
  'Cohort__c',
  'Guidance_Key__c',
  'Includes_Smaller__c',
  'People_Count__c',
  'Week__c',
  ...COUNTS
];
const SYNC_RUN = [
  'Api_Call_Count__c',
  'Api_Left__c',
  'Batch_Count__c',
  'Command__c',
  'Counted_Count__c',
  'Day_Count__c',
  'Deleted_Count__c',
  'Dropped_Count__c',
  'Duplicate_Count__c',
  'Ended_At__c',
  'Equation_Holds__c',
  'Equation__c',
  'Invalid_Count__c',
  'Late_Count__c',
  'Lease_Until__c',
  'Line_Count__c',
  'Lock_Key__c',
  'Message__c',
  'Other_Day_Count__c',
  'Processed_Count__c',
  'Purged_Before__c',
  'Purged_Count__c',
  'Quarantined_Count__c',
  'Refused_Count__c',
  'Refused_Day_Count__c',
  'Saved_Count__c',
  'Saved_Day_Count__c',
  'Saved_Week_Count__c',
  'Started_At__c',
  'Status__c',
  'Week_Count__c'
];

const USAGE_ACCESS = ['Computed_At__c', 'Computed_By__c', 'Readers__c'];
const ERASED = ['Erased_At__c', 'Erasure_Receipt__c'];

const IN_THE_APP = { applications: ['Caddie'], systemPermissions: [], customPermissions: [] };

const AGREEMENT_TABS = {
  Caddie_Agreement: 'Visible',
  Target_Account__c: 'Available',
  Service_Level__c: 'Available',
  Qualification_Rule__c: 'Available',
  Alignment_Review__c: 'Available'
};

export const PERSONAS: Readonly<Record<string, Persona>> = {
  // Sees guidance, says what it is worth, keeps preferences; sends usage but cannot alter what was sent.
  Caddie_Rep: {
    ...IN_THE_APP,
    objects: {
      Guidance__c: { may: ['read'], reads: GUIDANCE_TEXT },
      Guidance_Review__c: { may: ['create', 'read', 'edit'], reads: AUTHORS_ANSWER, writes: SELLERS_WORDS },
      Guidance_Preference__c: {
        may: ['create', 'read', 'edit', 'delete'],
        reads: ERASED,
        writes: [
          'Density__c',
          'Dismissed__c',
          'Erasure_Requested_At__c',
          'Quiet_Mode__c',
          'Recording_Paused_At__c',
          'Recording_Paused__c',
          'Seen__c',
          'Snoozed__c'
        ]
      },
      Usage_Batch__c: { may: ['create', 'read'], reads: PROCESSING, writes: SENT_USAGE },
      Usage_Day__c: { may: ['read'], reads: USAGE_DAY },
      Adoption_Week__c: { may: ['read'], reads: ADOPTION_WEEK },
      Usage_Access__c: { may: ['read'], reads: USAGE_ACCESS },
      ...INTELLIGENCE_FOR_REPS
    },
    tabs: {
      ...AGREEMENT_TABS,
      Client_Insight__c: 'Available',
      Commitment__c: 'Available',
      Guidance__c: 'Visible',
      Guidance_Review__c: 'Visible',
      Guidance_Preference__c: 'Available',
      Caddie_My_Footprint: 'Visible',
      Usage_Batch__c: 'Available',
      Usage_Day__c: 'Available',
      Adoption_Week__c: 'Available',
      Usage_Access__c: 'Available'
    }
  },
  // Keeps the library and owes sellers an answer; can neither rewrite their words nor remove a review.
  Caddie_Author: {
    ...IN_THE_APP,
    objects: {
      Guidance__c: { may: ['create', 'read', 'edit'], writes: [...GUIDANCE_TEXT, 'Content_Hash__c'] },
      Guidance_Review__c: { may: ['read', 'edit', 'view all'], reads: SELLERS_WORDS, writes: AUTHORS_ANSWER },
      Adoption_Week__c: { may: ['read'], reads: ADOPTION_WEEK }
    },
    tabs: { Guidance__c: 'Visible', Guidance_Review__c: 'Visible', Adoption_Week__c: 'Visible' }
  },
  // Reads what sellers read, and how groups of at least five use it. Nothing about people. Leads sales in the
  // agreement with marketing.
  Caddie_Manager: {
    ...IN_THE_APP,
    customPermissions: ['Caddie_Sign_For_Sales'],
    objects: {
      Guidance__c: { may: ['read'], reads: GUIDANCE_TEXT },
      Adoption_Week__c: { may: ['read'], reads: ADOPTION_WEEK },
      ...AGREEMENT_FOR_SALES
    },
    tabs: { Guidance__c: 'Visible', Adoption_Week__c: 'Visible', ...AGREEMENT_TABS }
  },
  // Leads marketing in the agreement with sales.
  Caddie_Marketing: {
    ...IN_THE_APP,
    customPermissions: ['Caddie_Sign_For_Marketing'],
    objects: AGREEMENT_FOR_MARKETING,
    tabs: AGREEMENT_TABS
  },
  // Reads the agreement and signs for finance what it promises. Nothing about accounts or people.
  Caddie_Finance: {
    ...IN_THE_APP,
    customPermissions: ['Caddie_Sign_For_Finance'],
    objects: AGREEMENT_FOR_FINANCE,
    tabs: AGREEMENT_TABS
  },
  // Runs Caddie: every piece, whoever wrote it, the runs of the sync, and Setup. No reviews, no preferences, no usage.
  Caddie_Admin: {
    objects: {
      Guidance__c: {
        may: ['create', 'read', 'edit', 'delete', 'view all', 'modify all'],
        writes: [...GUIDANCE_TEXT, 'Content_Hash__c']
      },
      Sync_Run__c: { may: ['read', 'view all'], reads: SYNC_RUN },
      ...INTELLIGENCE_FOR_ADMINS
    },
    tabs: { Guidance__c: 'Visible', Sync_Run__c: 'Visible', ...AGREEMENT_TABS },
    applications: ['Caddie'],
    systemPermissions: ['ViewRoles', 'ViewSetup'],
    customPermissions: []
  },
  // The sync stores what other tools recorded, counts batches that belong to reps, marks them, deletes them after the
  // retention period, and keeps what it counted. It reads the role hierarchy to form groups.
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
        may: ['create', 'read', 'edit', 'delete', 'view all', 'modify all'],
        writes: [...SENT_USAGE, ...PROCESSING]
      },
      Usage_Day__c: {
        may: ['create', 'read', 'edit', 'delete', 'view all', 'modify all'],
        writes: USAGE_DAY
      },
      Adoption_Week__c: {
        may: ['create', 'read', 'edit', 'delete', 'view all', 'modify all'],
        writes: ADOPTION_WEEK
      },
      Sync_Run__c: { may: ['create', 'read', 'edit', 'view all'], writes: SYNC_RUN },
      // Erases what a person asks to have erased, and says so on their own record. Of their choices it reads the pause.
      Guidance_Preference__c: {
        may: ['read', 'edit', 'delete', 'view all', 'modify all'],
        reads: ['Recording_Paused_At__c', 'Recording_Paused__c'],
        writes: ['Erasure_Requested_At__c', ...ERASED]
      },
      Usage_Access__c: { may: ['create', 'read', 'edit'], writes: USAGE_ACCESS },
      ...INTELLIGENCE_FOR_THE_SYNC
    },
    tabs: {},
    applications: [],
    systemPermissions: ['ActivitiesAccess', 'ApiEnabled', 'ViewRoles', 'ViewSetup'],
    customPermissions: []
  }
};
