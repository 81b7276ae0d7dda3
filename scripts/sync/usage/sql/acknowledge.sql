-- What each waiting batch becomes. A batch is quarantined when something in it could not be read, or when the org
-- refused a day that it counts into; what could be counted counts all the same.

CREATE OR REPLACE TABLE acknowledge AS
WITH refused_batch AS (
  SELECT batch, 'Its day could not be stored: ' || min(refused.error) AS reason
  FROM judged
  JOIN refused ON refused.key = person_id || ':' || day || ':' || guidance
  WHERE outcome = 'counted'
  GROUP BY batch
)
SELECT
  row_number() OVER (ORDER BY batch) AS n,
  batch_id,
  CASE WHEN coalesce(problem, reason) IS NULL THEN 'Processed' ELSE 'Quarantined' END AS status,
  coalesce(problem, reason)[1:255] AS reason,
  coalesce(counted_time_zone, time_zone, 'UTC') AS time_zone
FROM batch
LEFT JOIN person ON person_id = owner_id
LEFT JOIN refused_batch USING (batch)
WHERE is_pending;
