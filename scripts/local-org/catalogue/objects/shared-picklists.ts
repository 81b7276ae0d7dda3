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

export const FORECAST_CATEGORIES = [
  { value: 'Omitted', label: 'Omitted' },
  { value: 'Pipeline', label: 'Pipeline' },
  { value: 'BestCase', label: 'Best Case' },
  { value: 'MostLikely', label: 'Most Likely' },
  { value: 'Forecast', label: 'Commit' },
  { value: 'Closed', label: 'Closed' }
].map((entry) => ({ ...entry, active: true, default: false }));
