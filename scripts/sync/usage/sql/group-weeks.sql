-- Each touched week by piece and group, before small groups are merged. A person is in one group only: their role, or
-- their department without one. So people can be added up, and no group can be taken away from another.

CREATE OR REPLACE TABLE group_week AS
SELECT
  date_trunc('week', day)::DATE AS week,
  guidance,
  coalesce(cohort_key, 'none') AS cohort_key,
  false AS includes_smaller,
  count(DISTINCT person_id) AS people,
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
FROM stored_day
LEFT JOIN person USING (person_id)
WHERE date_trunc('week', day) IN (SELECT date_trunc('week', day) FROM touched)
GROUP BY ALL;
