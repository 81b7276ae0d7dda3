-- Each event in its day: the day where the person is, by the clock of the org. Only of batches that are not placed yet.
--
-- A device says when an event happened and when it sent the batch, both by its own clock; the org says when the batch
-- arrived. The difference between the last two is how far the device's clock is off. Below a minute it is the time on
-- the way, not the clock. No event happened after it arrived.
--
-- A batch that was counted before keeps the time zone of that time: otherwise the events of a person who moves would
-- be counted in two days, or in none.

INSERT INTO placed
WITH clocked AS (
  SELECT
    batch,
    events,
    created_at,
    coalesce(counted_time_zone, time_zone, 'UTC') AS time_zone,
    CASE WHEN abs(epoch(created_at) - epoch(sent_at)) > 60 THEN created_at - sent_at ELSE INTERVAL 0 SECOND END
      AS clock_error
  FROM batch
  LEFT JOIN person ON person_id = owner_id
  WHERE batch > (SELECT coalesce(max(batch), 0) FROM placed)
),
one AS (
  SELECT * EXCLUDE (events), unnest(events) AS event, generate_subscripts(events, 1) AS line
  FROM clocked
)
SELECT
  batch,
  line,
  event.id AS event_id,
  event.type,
  event.guidance,
  timezone(time_zone, least(event.at::TIMESTAMPTZ + clock_error, created_at))::DATE AS day
FROM one;
