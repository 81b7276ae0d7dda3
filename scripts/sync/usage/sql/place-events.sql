-- Each event in its day: the day where the person is, by the clock of the org. Only of batches that are not placed yet.

CREATE OR REPLACE TABLE clock AS
SELECT
  batch,
  created_at::TIMESTAMP AS arrived,
  -- A device says when an event happened and when it sent the batch, both by its own clock; the org says when the batch
  -- arrived. The difference between the last two is how far the device's clock is off. Below a minute it is the time on
  -- the way, not the clock.
  CASE WHEN abs(epoch(created_at) - epoch(sent_at)) > 60 THEN created_at - sent_at ELSE INTERVAL 0 SECOND END
    AS error,
  -- A batch that was counted before keeps the time zone of that time: otherwise the events of a person who moves would
  -- be counted in two days, or in none.
  coalesce(counted_time_zone, time_zone, 'UTC') AS time_zone
FROM batch
LEFT JOIN person ON person_id = owner_id
WHERE batch > (SELECT coalesce(max(batch), 0) FROM placed);

CREATE OR REPLACE TABLE event AS
SELECT batch, generate_subscripts(events, 1)::SMALLINT AS line, unnest(events, recursive := true)
FROM batch
SEMI JOIN clock USING (batch);

-- All clocks on Earth differ from UTC by whole quarters of an hour, so a quarter is in one day as a whole. To ask the
-- calendar once a quarter, not once an event, saves most of the time. No event happened after it arrived.
INSERT INTO placed
WITH quartered AS NOT MATERIALIZED (
  SELECT event.*, time_zone, time_bucket(INTERVAL 15 MINUTES, least(event.at + error, arrived)) AS quarter
  FROM event
  JOIN clock USING (batch)
),
local AS (
  SELECT time_zone, quarter, timezone(time_zone, quarter::TIMESTAMPTZ)::DATE AS day
  FROM (SELECT DISTINCT time_zone, quarter FROM quartered)
)
SELECT batch, line, id, type, guidance, day
FROM quartered
JOIN local USING (time_zone, quarter);

DROP TABLE event;
