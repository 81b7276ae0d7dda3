-- Counts by person, day and piece. An event counts once, however often it was sent: the copy that arrived first.
--
-- Written in what DuckDB and ClickHouse have in common, so that it runs unchanged where one machine is not enough (see
-- docs/scale.md). What is counted of a person depends on that person's rows alone, so people can be split over machines.

-- Few events arrive twice, so the ids that do are found first: to put all of them into an order would take the longest.
CREATE OR REPLACE TABLE repeated AS
SELECT event_id
FROM placed
GROUP BY event_id
HAVING count(*) > 1;

CREATE OR REPLACE TABLE later_copy AS
SELECT placed.batch AS batch, placed.line AS line
FROM placed
JOIN batch ON batch.batch = placed.batch
WHERE placed.event_id IN (SELECT event_id FROM repeated)
QUALIFY row_number() OVER (
  PARTITION BY batch.owner_id, placed.event_id
  ORDER BY batch.created_at, batch.batch_id, placed.line
) > 1;

CREATE OR REPLACE VIEW judged AS
SELECT
  placed.batch AS batch,
  batch.owner_id AS person_id,
  placed.day AS day,
  placed.guidance AS guidance,
  placed.type AS type,
  CASE
    WHEN later_copy.batch IS NOT NULL THEN 'duplicate'
    WHEN touched.day IS NOT NULL THEN 'counted'
    WHEN batch.is_pending THEN 'late'
    ELSE 'other day'
  END AS outcome
FROM placed
JOIN batch ON batch.batch = placed.batch
LEFT JOIN later_copy ON later_copy.batch = placed.batch AND later_copy.line = placed.line
LEFT JOIN touched ON touched.person_id = batch.owner_id AND touched.day = placed.day;

CREATE OR REPLACE TABLE outcome_day AS
SELECT
  person_id,
  day,
  guidance,
  outcome,
  count(*) AS events,
  count(*) FILTER (WHERE type = 'shown') AS shown,
  count(*) FILTER (WHERE type = 'opened') AS opened,
  count(*) FILTER (WHERE type = 'completed') AS completed,
  count(*) FILTER (WHERE type = 'dismissed') AS dismissed,
  count(*) FILTER (WHERE type = 'snoozed') AS snoozed,
  count(*) FILTER (WHERE type = 'helpful') AS helpful,
  count(*) FILTER (WHERE type = 'unhelpful') AS unhelpful,
  count(*) FILTER (WHERE type = 'didDifferently') AS did_differently,
  count(*) FILTER (WHERE type = 'copied') AS copied
FROM judged
GROUP BY person_id, day, guidance, outcome;

CREATE OR REPLACE TABLE usage_day AS
SELECT
  person_id || ':' || CAST(day AS VARCHAR) || ':' || guidance AS day_key,
  person_id,
  day,
  guidance,
  events,
  shown,
  opened,
  completed,
  dismissed,
  snoozed,
  helpful,
  unhelpful,
  did_differently,
  copied
FROM outcome_day
WHERE outcome = 'counted';
