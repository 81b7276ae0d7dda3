/** Standard values that several objects share, as a new org has them. */
export const INDUSTRIES = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
  'Other'
];

export const LEAD_SOURCES = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];

export const RATINGS = ['Hot', 'Warm', 'Cold'];

export const SALUTATIONS = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'];

/** How a record compares with Data.com. */
export const CLEAN_STATUSES = [
  { value: 'Matched', label: 'In Sync' },
  { value: 'Different', label: 'Different' },
  { value: 'Acknowledged', label: 'Reviewed' },
  { value: 'NotFound', label: 'Not Found' },
  { value: 'Inactive', label: 'Inactive' },
  { value: 'Pending', label: 'Not Compared' },
  { value: 'SelectMatch', label: 'Select Match' },
  { value: 'Skipped', label: 'Skipped' }
].map((entry) => ({ ...entry, active: true, default: false }));

export const FORECAST_CATEGORIES = [
  { value: 'Omitted', label: 'Omitted' },
  { value: 'Pipeline', label: 'Pipeline' },
  { value: 'BestCase', label: 'Best Case' },
  { value: 'MostLikely', label: 'Most Likely' },
  { value: 'Forecast', label: 'Commit' },
  { value: 'Closed', label: 'Closed' }
].map((entry) => ({ ...entry, active: true, default: false }));
