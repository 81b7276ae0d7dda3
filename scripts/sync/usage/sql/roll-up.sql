-- Counts by person, day and piece. An event counts once, however often it was sent: the copy that arrived first.

CREATE OR REPLACE TABLE first_copy AS
SELECT person_id, event_id, min(place) AS place
FROM placed
GROUP BY person_id, event_id;

CREATE OR REPLACE TABLE judged AS
SELECT
  batch,
  person_id,
  day,
  guidance,
  type,
  CASE
    WHEN placed.place <> first_copy.place THEN 'duplicate'
    WHEN touched.day IS NOT NULL THEN 'counted'
    WHEN is_pending THEN 'late'
    ELSE 'other day'
  END AS outcome
FROM placed
JOIN first_copy USING (person_id, event_id)
LEFT JOIN touched USING (person_id, day);

CREATE OR REPLACE TABLE usage_day AS
SELECT
  person_id || ':' || day || ':' || guidance AS day_key,
  person_id,
  day,
  guidance,
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
WHERE outcome = 'counted'
GROUP BY person_id, day, guidance;
