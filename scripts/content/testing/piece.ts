/** A content file without a fault, for tests to change one line of. Its body begins on line 26. */
export function aPiece(): string {
  return `---
key: agree-the-close-plan
kind: Tip
title: Agree the close plan before pricing
summary: Two dates and two names keep the close date.
object: Opportunity
field: CloseDate
criteria:
  logic: 1 AND 2
  items:
    - { field: StageName, operator: equals, value: [Proposal/Price Quote, Negotiation/Review] }
    - { field: Account.Industry, operator: notEqual, value: Retail }
audience:
  items:
    - { field: UserRole.Name, operator: contains, value: Rep }
minutes: 1.5
sellerBenefit: Keeps your close date
companyBenefit: A forecast that holds
competency: Closing
priority: 50
reviewBy: 2027-06-30
language: en
version: 1
status: Published
---
Ask who signs, and when.
`;
}
