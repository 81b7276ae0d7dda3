import type { AnswerOf, Connection, Reference, Value } from 'c/graphqlAnswer';
/** What the queries answer. A field that the person may not see is absent. */

export interface TargetNode {
  Id: string;
  Tier__c?: Value;
  Status__c?: Value;
  Version__c?: Value<number>;
  List_Version__c?: Value<number>;
  Reason__c?: Value;
  Journey__c?: Value;
  Journey_Since__c?: Value;
  Sales_Owner__r?: Reference | null;
  Marketing_Owner__r?: Reference | null;
  Proposed_By__r?: Reference | null;
  Proposed_At__c?: Value;
  Signed_By_Sales__r?: Reference | null;
  Sales_Signed_At__c?: Value;
  Signed_By_Marketing__r?: Reference | null;
  Marketing_Signed_At__c?: Value;
  Disputed_By__r?: Reference | null;
  Disputed_At__c?: Value;
  Dispute_Reason__c?: Value;
}

export interface VerdictNode {
  Id: string;
  Kind__c?: Value;
  Verdict__c?: Value;
  Rule_Version__c?: Value<number>;
  Decided_At__c?: Value;
  Criteria_Met__c?: Value;
  Rule__r?: { Id: string; Rule_Key__c?: Value } | null;
}

export interface SignalNode {
  Id: string;
  Type__c?: Value;
  What_Happened__c?: Value;
  Reason__c?: Value;
  Strength__c?: Value;
  Occurred_At__c?: Value;
  Expires_At__c?: Value;
  Source__c?: Value;
  Sent_By__r?: Reference | null;
  Url__c?: Value;
  Matched_By__c?: Value;
}

export interface CommitmentNode {
  Id: string;
  What__c?: Value;
  Owed_By__c?: Value;
  Status__c?: Value;
  Started_At__c?: Value;
  Started_By__c?: Value;
  Due_At__c?: Value;
  Done_At__c?: Value;
  Refusal_Reason__c?: Value;
  Responsible__r?: Reference | null;
  Handed_Over_From__r?: Reference | null;
  Escalated_To__r?: Reference | null;
  Service_Level__r?: {
    Id: string;
    Name?: Value;
    Version__c?: Value<number>;
    Promise__c?: Value;
    Target_Hours__c?: Value<number>;
    Business_Hours__c?: Value;
    Holidays__c?: Value;
  } | null;
}

export interface InsightNode {
  Id: string;
  Text__c?: Value;
  Visibility__c?: Value;
  Written_At__c?: Value;
  Author__r?: Reference | null;
}

export interface ThanksNode {
  Id: string;
  Client_Insight__c?: Value;
  What_It_Helped__c?: Value;
  Thanked_By__r?: Reference | null;
}

export interface EngagementNode {
  Id: string;
  Weeks__c?: Value;
  Touches_13_Weeks__c?: Value<number>;
  People_13_Weeks__c?: Value<number>;
  Median_Week__c?: Value<number>;
  Last_Touch_On__c?: Value;
  Answers__c?: Value;
  Time_Zone__c?: Value;
  Computed_At__c?: Value;
}

export interface PatternNode {
  Id: string;
  Segment__c?: Value;
  Role__c?: Value;
  Won_Deals__c?: Value<number>;
  Deals_With_Role__c?: Value<number>;
  Lost_Deals__c?: Value<number>;
  Lost_Deals_With_Role__c?: Value<number>;
  Computed_At__c?: Value;
}

export type FactsAnswer = AnswerOf<{
  Target_Account__c?: Connection<TargetNode>;
  Qualification__c?: Connection<VerdictNode>;
  Account_Signal__c?: Connection<SignalNode>;
  open?: Connection<CommitmentNode>;
  closed?: Connection<CommitmentNode>;
  Client_Insight__c?: Connection<InsightNode>;
  Insight_Thanks__c?: Connection<ThanksNode>;
  Account_Engagement__c?: Connection<EngagementNode>;
  Committee_Pattern__c?: Connection<PatternNode>;
}>;

export interface AccountNode {
  Id: string;
  Name?: Value;
  Industry?: Value;
  Time_Zone__c?: Value;
  Owner?: Reference | null;
}

export interface ContactNode {
  Id: string;
  Name?: Value;
  Title?: Value;
  LastActivityDate?: Value;
}

export interface RoleNode {
  Id: string;
  Role?: Value;
  Contact?: ContactNode | null;
}

export interface DealNode {
  Id: string;
  Name?: Value;
  CloseDate?: Value;
  IsClosed?: Value<boolean>;
  Customer_Problem__c?: Value;
  Solved_Elsewhere__c?: Value<boolean>;
  Referred_To__c?: Value;
  Account?: AccountNode | null;
}

export type PlaceAnswer = AnswerOf<{
  /** Only on an account's own page; a deal brings its account along. */
  Account?: Connection<AccountNode>;
  Opportunity?: Connection<DealNode>;
  OpportunityContactRole?: Connection<RoleNode>;
  Contact?: Connection<ContactNode>;
}>;
