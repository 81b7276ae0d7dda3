-- Each event in its day: the day where the person is, by the clock of the org.
--
-- A device says when an event happened and when it sent the batch, both by its own clock; the org says when the batch
-- arrived. The difference between the last two is how far the device's clock is off. Below a minute it is the time on
-- the way, not the clock. No event happened after it arrived.
--
-- A batch that was counted before keeps the time zone of that time: otherwise the events of a person who moves would
-- be counted in two days, or in none.

CREATE OR REPLACE TABLE placed AS
WITH clocked AS (
  SELECT
    batch,
    owner_id AS person_id,
    is_pending,
    created_at,
    coalesce(counted_time_zone, time_zone, 'UTC') AS time_zone,
    CASE WHEN abs(epoch(created_at) - epoch(sent_at)) > 60 THEN created_at - sent_at ELSE INTERVAL 0 SECOND END
      AS clock_error,
    row_number() OVER (ORDER BY created_at, batch_id) AS place
  FROM batch
  LEFT JOIN person ON person_id = owner_id
)
SELECT
  batch,
  line,
  -- The order in which events arrived, for choosing among copies of one event.
  place * 1000 + line AS place,
  event_id,
  person_id,
  is_pending,
  type,
  guidance,
  timezone(time_zone, least(device_time + clock_error, created_at))::DATE AS day
FROM event
JOIN clocked USING (batch);
