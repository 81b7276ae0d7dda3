-- What has to be written so that the org has these weeks: groups of at least five people, and nothing else.

CREATE OR REPLACE TABLE adoption_week AS
SELECT
  week || ':' || cohort_key || ':' || guidance AS week_key,
  coalesce(cohort.name, 'No role or department') AS cohort,
  group_week.*
FROM group_week
LEFT JOIN cohort USING (cohort_key)
WHERE people >= getvariable('least_people');

CREATE OR REPLACE TABLE save_week AS
SELECT row_number() OVER (ORDER BY week_key) AS n, computed.*
FROM adoption_week AS computed
LEFT JOIN stored_week AS stored USING (week_key)
WHERE stored.week_key IS NULL
  OR (stored.cohort, stored.includes_smaller, stored.people, stored.events, stored.shown, stored.opened,
      stored.completed, stored.dismissed, stored.snoozed, stored.helpful, stored.unhelpful, stored.did_differently,
      stored.copied)
    IS DISTINCT FROM
     (computed.cohort, computed.includes_smaller, computed.people, computed.events, computed.shown, computed.opened,
      computed.completed, computed.dismissed, computed.snoozed, computed.helpful, computed.unhelpful,
      computed.did_differently, computed.copied);

CREATE OR REPLACE TABLE delete_week AS
SELECT row_number() OVER (ORDER BY id) AS n, stored.id, stored.week_key
FROM stored_week AS stored
ANTI JOIN adoption_week AS computed USING (week_key);
