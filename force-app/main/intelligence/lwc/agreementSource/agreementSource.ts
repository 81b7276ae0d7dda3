/**
 * The queries behind the agreement, and their answers as plain objects. Each part of the page asks for itself, so that
 * an object that somebody may not see empties only its own part.
 */
export { named } from './nodes';
export type { Named } from './nodes';
export {
  OPEN_STATUSES,
  PEOPLE,
  TARGET_PAGE,
  TARGET_SUMMARY,
  TARGET_VERSIONS,
  toTargetRow,
  toTargetRows,
  toTargetSummary
} from './targets';
export type {
  SellerData,
  TargetPageData,
  TargetSummary,
  TargetSummaryData,
  TargetVersionData
} from './targets';
export { RULES, toRules } from './rules';
export type { Rule, RuleData, RuleKind } from './rules';
export { ATTAINMENT, LEVELS, toAttainment, toLevels } from './levels';
export type { AttainmentData, LevelData, ServiceLevel } from './levels';
export { CANDIDATES, COMMITTEE_ROLES, toCandidates, toRolesFilled } from './candidates';
export type { Candidate, CandidateData, CommitteeData } from './candidates';
export { KPI_WEEKS, toAgreedTargets, toKpiWeeks } from './kpis';
export type { KpiData } from './kpis';
export {
  COMMITMENTS,
  INSIGHTS,
  MOVED_TARGETS,
  REVIEWS,
  SENT_BACK,
  toCommitments,
  toInsights,
  toReviews,
  toSignals
} from './reviews';
export type { CommitmentData, InsightData, Review, ReviewData, SignalData, TargetIdData } from './reviews';
export { partStatus } from './status';
