-- The days that waiting batches change. A day is closed when a batch that reached into it may have been deleted since:
-- what is left could no longer tell its numbers. The earliest place on Earth begins its day 14 hours before UTC does.

INSERT OR IGNORE INTO touched
SELECT DISTINCT owner_id, day
FROM placed
JOIN batch USING (batch)
WHERE is_pending
  AND day::TIMESTAMP - INTERVAL 14 HOURS >= getvariable('closed_before')::TIMESTAMP;
