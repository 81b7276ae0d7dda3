/** One line of the front matter and the field of Guidance__c that it ends up in; the field's type sets the rules. */
export interface Property {
  name: string;
  field: string;
  required: boolean;
  /** How a good one looks, for messages. */
  example: string;
  /** Taken when the line is missing. */
  fallback?: string | number;
  /** Bounds of a number that the field's type does not know. */
  min?: number;
  max?: number;
}

/** In the order in which a piece is written. */
export const PROPERTIES: readonly Property[] = [
  { name: 'key', field: 'Key__c', required: true, example: 'agree-the-close-plan' },
  { name: 'kind', field: 'Kind__c', required: true, example: 'Tip' },
  { name: 'title', field: 'Name', required: true, example: 'Agree the close plan before pricing' },
  {
    name: 'summary',
    field: 'Summary__c',
    required: true,
    example: 'Two dates and two names keep the close date.'
  },
  { name: 'object', field: 'Object__c', required: true, example: 'Opportunity' },
  { name: 'field', field: 'Field__c', required: false, example: 'CloseDate' },
  { name: 'criteria', field: 'Criteria__c', required: false, example: '{ items: [ … ] }' },
  { name: 'audience', field: 'Audience__c', required: false, example: '{ items: [ … ] }' },
  { name: 'minutes', field: 'Minutes__c', required: true, example: '2', min: 0.1 },
  { name: 'sellerBenefit', field: 'Seller_Benefit__c', required: true, example: 'Keeps your close date' },
  { name: 'companyBenefit', field: 'Company_Benefit__c', required: true, example: 'A forecast that holds' },
  { name: 'competency', field: 'Competency__c', required: true, example: 'Closing' },
  { name: 'priority', field: 'Priority__c', required: false, example: '50', fallback: 50, min: 0, max: 100 },
  { name: 'language', field: 'Language__c', required: false, example: 'en', fallback: 'en' },
  { name: 'status', field: 'Status__c', required: true, example: 'Published' },
  { name: 'startsOn', field: 'Starts_On__c', required: false, example: '2027-01-01' },
  { name: 'endsOn', field: 'Ends_On__c', required: false, example: '2027-12-31' },
  { name: 'reviewBy', field: 'Review_By__c', required: true, example: '2027-06-30' },
  { name: 'version', field: 'Version__c', required: true, example: '1', min: 1 }
];

/** The folders of `content/` and the kind that lives in each. */
export const KIND_OF_FOLDER: Readonly<Record<string, string>> = {
  tips: 'Tip',
  'job-aids': 'Job Aid',
  'win-stories': 'Win Story',
  lessons: 'Lesson'
};
