-- What has to be written so that the org has these days as they were computed: rows that are new or differ, and rows
-- that no event stands behind any more. Rows that are right already are left alone.

CREATE OR REPLACE TABLE save_day AS
SELECT row_number() OVER (ORDER BY day_key) AS n, computed.*
FROM usage_day AS computed
LEFT JOIN stored_day AS stored USING (day_key)
WHERE stored.day_key IS NULL
  OR stored.person_id <> computed.person_id
  OR (stored.events, stored.shown, stored.opened, stored.completed, stored.dismissed, stored.snoozed, stored.helpful,
      stored.unhelpful, stored.did_differently, stored.copied)
    IS DISTINCT FROM
     (computed.events, computed.shown, computed.opened, computed.completed, computed.dismissed, computed.snoozed,
      computed.helpful, computed.unhelpful, computed.did_differently, computed.copied);

CREATE OR REPLACE TABLE delete_day AS
SELECT row_number() OVER (ORDER BY id) AS n, stored.id, stored.day_key
FROM stored_day AS stored
SEMI JOIN touched USING (person_id, day)
ANTI JOIN usage_day AS computed USING (day_key);
