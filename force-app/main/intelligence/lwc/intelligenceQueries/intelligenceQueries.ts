/** The two requests behind account intelligence, and the shapes of their answers. */
export { FACTS } from './facts';
export type {
  AccountNode,
  CommitmentNode,
  ContactNode,
  DealNode,
  EngagementNode,
  FactsAnswer,
  InsightNode,
  PatternNode,
  PlaceAnswer,
  RoleNode,
  SignalNode,
  TargetNode,
  ThanksNode,
  VerdictNode
} from './nodes';
export { ACCOUNT_PLACE, DEAL_PLACE } from './place';
