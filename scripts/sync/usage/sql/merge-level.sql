-- One step up the role hierarchy, run from the lowest level to the highest: a group of fewer than five people becomes
-- part of the group above it. What a group of five or more has stays with it alone, so groups never overlap.

CREATE OR REPLACE TABLE group_week AS
SELECT
  week,
  guidance,
  CASE WHEN moves THEN parent_key ELSE cohort_key END AS cohort_key,
  bool_or(includes_smaller OR moves) AS includes_smaller,
  sum(people)::BIGINT AS people,
  sum(events)::BIGINT AS events,
  sum(shown)::BIGINT AS shown,
  sum(opened)::BIGINT AS opened,
  sum(completed)::BIGINT AS completed,
  sum(dismissed)::BIGINT AS dismissed,
  sum(snoozed)::BIGINT AS snoozed,
  sum(helpful)::BIGINT AS helpful,
  sum(unhelpful)::BIGINT AS unhelpful,
  sum(did_differently)::BIGINT AS did_differently,
  sum(copied)::BIGINT AS copied
FROM (
  SELECT
    group_week.*,
    cohort.parent_key,
    people < getvariable('least_people') AND depth = getvariable('level') AND parent_key IS NOT NULL AS moves
  FROM group_week
  LEFT JOIN cohort USING (cohort_key)
)
GROUP BY ALL;
