-- Counts by person, day and piece. An event counts once, however often it was sent: the copy that arrived first.

-- Few events arrive twice, so the ids that do are found first: to put all of them into an order would take the longest.
CREATE OR REPLACE TABLE repeated AS
SELECT event_id
FROM placed
GROUP BY event_id
HAVING count(*) > 1;

CREATE OR REPLACE TABLE later_copy AS
SELECT batch, line
FROM placed
JOIN batch USING (batch)
SEMI JOIN repeated USING (event_id)
QUALIFY row_number() OVER (PARTITION BY owner_id, event_id ORDER BY created_at, batch_id, line) > 1;

CREATE OR REPLACE VIEW judged AS
SELECT
  batch,
  owner_id AS person_id,
  placed.day,
  guidance,
  type,
  CASE
    WHEN later_copy.batch IS NOT NULL THEN 'duplicate'
    WHEN touched.day IS NOT NULL THEN 'counted'
    WHEN is_pending THEN 'late'
    ELSE 'other day'
  END AS outcome
FROM placed
JOIN batch USING (batch)
LEFT JOIN later_copy USING (batch, line)
LEFT JOIN touched ON touched.person_id = owner_id AND touched.day = placed.day;

CREATE OR REPLACE TABLE outcome_day AS
SELECT
  person_id,
  day,
  guidance,
  outcome,
  count(*) AS events,
  count(*) FILTER (type = 'shown') AS shown,
  count(*) FILTER (type = 'opened') AS opened,
  count(*) FILTER (type = 'completed') AS completed,
  count(*) FILTER (type = 'dismissed') AS dismissed,
  count(*) FILTER (type = 'snoozed') AS snoozed,
  count(*) FILTER (type = 'helpful') AS helpful,
  count(*) FILTER (type = 'unhelpful') AS unhelpful,
  count(*) FILTER (type = 'didDifferently') AS did_differently,
  count(*) FILTER (type = 'copied') AS copied
FROM judged
GROUP BY person_id, day, guidance, outcome;

CREATE OR REPLACE TABLE usage_day AS
SELECT person_id || ':' || day || ':' || guidance AS day_key, * EXCLUDE (outcome)
FROM outcome_day
WHERE outcome = 'counted';
