import type { ObjectGrant } from './personas.ts';

/** Rights by object, for one persona. */
type Grants = Readonly<Record<string, ObjectGrant>>;

/** The parts of a decision about an account that whoever proposes it fills in. */
const PROPOSAL = [
  'Marketing_Owner__c',
  'Proposed_At__c',
  'Proposed_By__c',
  'Reason__c',
  'Sales_Owner__c',
  'Status__c',
  'Tier__c',
  'Version__c'
];
const DISPUTE = ['Dispute_Reason__c', 'Disputed_At__c', 'Disputed_By__c'];
const JOURNEY = ['Journey_Since__c', 'Journey__c'];
const SALES_SIGNATURE = ['Sales_Signed_At__c', 'Signed_By_Sales__c'];
const MARKETING_SIGNATURE = ['Marketing_Signed_At__c', 'Signed_By_Marketing__c'];
const FINANCE_SIGNATURE = ['Finance_Signed_At__c', 'Signed_By_Finance__c'];

const CAPACITY = ['Accounts__c', 'Reason__c', 'Seller__c', 'Tier__c'];
const RULE = [
  'Criteria__c',
  'Effective_From__c',
  'Kind__c',
  'Published_By__c',
  'Reason__c',
  'Status__c',
  'Version__c'
];
const PROMISE = [
  'Business_Hours__c',
  'Escalate_After_Missed__c',
  'Escalate_To__c',
  'Holidays__c',
  'Met_Percent_Target__c',
  'Owed_By__c',
  'Promise__c',
  'Responsible__c',
  'Starts_When__c',
  'Target_Hours__c',
  'Version__c'
];
const AGREED_TARGET = ['From__c', 'Kpi__c', 'Reason__c', 'Tier__c', 'Value__c'];
const REVIEW = ['Agenda__c', 'Decisions__c', 'Held_On__c', 'Next_On__c', 'Status__c'];

const SIGNAL = [
  'Expires_At__c',
  'External_Id__c',
  'Matched_By__c',
  'Occurred_At__c',
  'Reason__c',
  'Sent_By__c',
  'Source__c',
  'Strength__c',
  'Type__c',
  'Url__c',
  'What_Happened__c'
];
const NOT_USEFUL = ['Not_Useful_At__c', 'Not_Useful_By__c', 'Not_Useful_Reason__c'];
const VERDICT = ['Criteria_Met__c', 'Decided_At__c', 'Kind__c', 'Rule_Version__c', 'Rule__c', 'Verdict__c'];
/** What the clock says of a commitment, and what people say. */
const CLOCK = [
  'Due_At__c',
  'Escalated_At__c',
  'Escalated_To__c',
  'Owed_By__c',
  'Service_Level__c',
  'Started_At__c',
  'Started_By__c',
  'What__c'
];
const ANSWER = [
  'Accepted_At__c',
  'Done_At__c',
  'Handed_Over_At__c',
  'Handed_Over_From__c',
  'Refusal_Reason__c',
  'Refused_At__c',
  'Responsible__c',
  'Status__c'
];
const INSIGHT = ['Author__c', 'Text__c', 'Visibility__c', 'Written_At__c'];
const THANKS = ['Thanked_By__c', 'What_It_Helped__c'];
const PATTERN = [
  'Computed_At__c',
  'Deals_With_Role__c',
  'Lost_Deals_With_Role__c',
  'Lost_Deals__c',
  'Role__c',
  'Segment__c',
  'Won_Deals__c'
];
const ENGAGEMENT = [
  'Answer_Count__c',
  'Answers__c',
  'Computed_At__c',
  'Last_Touch_On__c',
  'Median_Week__c',
  'People_13_Weeks__c',
  'Time_Zone__c',
  'Touches_13_Weeks__c',
  'Weeks__c'
];
const KPI = ['Computed_At__c', 'Kpi__c', 'Of__c', 'Tier__c', 'Value__c', 'Week__c'];
const FIT = ['Customer_Problem__c', 'Referred_To__c', 'Solved_Elsewhere__c'];

const SIGNATURES_OF_TWO = [...SALES_SIGNATURE, ...MARKETING_SIGNATURE];
const SIGNATURES_OF_THREE = [...SIGNATURES_OF_TWO, ...FINANCE_SIGNATURE];

const READ = { may: ['read'] } as const;

/** The agreement, to be read: what was decided, promised, reached. */
const AGREEMENT_TO_READ: Grants = {
  Target_Account__c: {
    ...READ,
    reads: [...PROPOSAL, ...DISPUTE, ...JOURNEY, ...SIGNATURES_OF_TWO, 'List_Version__c']
  },
  Target_Capacity__c: { ...READ, reads: CAPACITY },
  Qualification_Rule__c: { ...READ, reads: RULE },
  Service_Level__c: { ...READ, reads: [...PROMISE, ...SIGNATURES_OF_THREE, 'Status__c'] },
  Kpi_Week__c: { ...READ, reads: KPI },
  Agreed_Target__c: { ...READ, reads: AGREED_TARGET },
  Alignment_Review__c: { ...READ, reads: REVIEW }
};

/** The agreement for whoever leads one side: writes all of it, and signs for that side only. */
function agreementFor(own: readonly string[], others: readonly string[]): Grants {
  return {
    ...AGREEMENT_TO_READ,
    Target_Account__c: {
      may: ['create', 'read', 'edit'],
      reads: [...JOURNEY, ...others.filter((field) => !FINANCE_SIGNATURE.includes(field))],
      writes: [...PROPOSAL, ...DISPUTE, ...own, 'List_Version__c']
    },
    Target_Capacity__c: { may: ['create', 'read', 'edit', 'delete'], writes: CAPACITY },
    Qualification_Rule__c: { may: ['create', 'read', 'edit'], writes: RULE },
    Service_Level__c: {
      may: ['create', 'read', 'edit'],
      reads: others,
      writes: [...PROMISE, ...own, 'Status__c']
    },
    Agreed_Target__c: { may: ['create', 'read', 'edit'], writes: AGREED_TARGET },
    Alignment_Review__c: { may: ['create', 'read', 'edit'], writes: REVIEW }
  };
}

/**
 * What sellers see of accounts and say about them. An account is named because whoever reads its details must be
 * allowed to read it; to change accounts and deals is the profile's to grant.
 */
export const INTELLIGENCE_FOR_REPS: Grants = {
  ...AGREEMENT_TO_READ,
  Account: { ...READ, writes: ['Time_Zone__c'] },
  Opportunity: { may: [], writes: FIT },
  // Proposes a tier and disputes one; the signatures are for those who answer for a side.
  Target_Account__c: {
    may: ['create', 'read', 'edit'],
    reads: [...JOURNEY, ...SIGNATURES_OF_TWO, 'List_Version__c'],
    writes: [...PROPOSAL, ...DISPUTE]
  },
  Account_Signal__c: { may: ['read', 'edit'], reads: SIGNAL, writes: NOT_USEFUL },
  Qualification__c: { ...READ, reads: VERDICT },
  Commitment__c: { may: ['read', 'edit'], reads: CLOCK, writes: ANSWER },
  Client_Insight__c: { may: ['create', 'read', 'edit'], writes: INSIGHT },
  Insight_Thanks__c: { may: ['create', 'read', 'edit'], writes: THANKS },
  Committee_Pattern__c: { ...READ, reads: PATTERN },
  Account_Engagement__c: { ...READ, reads: ENGAGEMENT }
};

export const AGREEMENT_FOR_SALES = agreementFor(SALES_SIGNATURE, [
  ...MARKETING_SIGNATURE,
  ...FINANCE_SIGNATURE
]);
export const AGREEMENT_FOR_MARKETING = agreementFor(MARKETING_SIGNATURE, [
  ...SALES_SIGNATURE,
  ...FINANCE_SIGNATURE
]);

/** Reads the agreement and signs what is promised; the last signature makes it active. */
export const AGREEMENT_FOR_FINANCE: Grants = {
  ...AGREEMENT_TO_READ,
  Service_Level__c: {
    may: ['read', 'edit'],
    reads: [...PROMISE, ...SIGNATURES_OF_TWO],
    writes: [...FINANCE_SIGNATURE, 'Status__c']
  }
};

/** Everything but what colleagues wrote in their own words. */
export const INTELLIGENCE_FOR_ADMINS: Grants = {
  ...AGREEMENT_TO_READ,
  Account: { ...READ, reads: ['Time_Zone__c'] },
  Account_Signal__c: { ...READ, reads: [...SIGNAL, ...NOT_USEFUL] },
  Qualification__c: { ...READ, reads: VERDICT },
  Commitment__c: { ...READ, reads: [...CLOCK, ...ANSWER] },
  Committee_Pattern__c: { ...READ, reads: PATTERN },
  Account_Engagement__c: { ...READ, reads: ENGAGEMENT }
};

const COMPUTED = { may: ['create', 'read', 'edit', 'delete', 'view all', 'modify all'] } as const;
/** Details of accounts, all of which it reads. */
const OF_ACCOUNTS = { may: ['create', 'read', 'edit', 'delete'] } as const;
const ALL_OF_THEM = { may: ['read', 'view all'] } as const;

/** The sync reads what sellers record anyway, and keeps what it computes. It signs nothing and reads no insight. */
export const INTELLIGENCE_FOR_THE_SYNC: Grants = {
  Account: {
    ...ALL_OF_THEM,
    reads: [
      'AccountNumber',
      'AccountSource',
      'AnnualRevenue',
      'BillingAddress',
      'Industry',
      'NumberOfEmployees',
      'Ownership',
      'ParentId',
      'Rating',
      'Site',
      'TickerSymbol',
      'Time_Zone__c',
      'Type',
      'Website'
    ]
  },
  Campaign: { ...ALL_OF_THEM, reads: ['StartDate', 'Type'] },
  CampaignMember: { may: [], reads: ['Status'] },
  Contact: { ...ALL_OF_THEM, reads: ['AccountId', 'Email', 'MailingAddress', 'Title'] },
  Opportunity: {
    ...ALL_OF_THEM,
    reads: [
      'AccountId',
      'Amount',
      'CampaignId',
      'LeadSource',
      'Type',
      'Solved_Elsewhere__c',
      'Referred_To__c'
    ]
  },
  OpportunityContactRole: { may: [], reads: ['IsPrimary', 'Role'] },
  Task: { may: [], reads: ['ActivityDate', 'CallDurationInSeconds', 'CallType'] },
  ...AGREEMENT_TO_READ,
  Target_Account__c: {
    ...COMPUTED,
    reads: [...DISPUTE, ...SIGNATURES_OF_TWO, 'List_Version__c'],
    writes: [...PROPOSAL, ...JOURNEY]
  },
  Account_Signal__c: { ...OF_ACCOUNTS, reads: NOT_USEFUL, writes: SIGNAL },
  Qualification__c: { ...OF_ACCOUNTS, writes: VERDICT },
  Commitment__c: { ...OF_ACCOUNTS, writes: [...CLOCK, ...ANSWER] },
  Committee_Pattern__c: { ...COMPUTED, writes: PATTERN },
  Account_Engagement__c: { ...OF_ACCOUNTS, writes: ENGAGEMENT },
  Kpi_Week__c: { ...COMPUTED, writes: KPI }
};
