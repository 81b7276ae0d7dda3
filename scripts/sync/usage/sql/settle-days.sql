-- The days as the org has them now: what it had, without what was deleted, with what was saved and not refused.

DELETE FROM stored_day
WHERE day_key IN (SELECT day_key FROM delete_day)
  OR day_key IN (SELECT day_key FROM save_day WHERE day_key NOT IN (SELECT key FROM refused));

INSERT INTO stored_day BY NAME
SELECT * EXCLUDE (n)
FROM save_day
WHERE day_key NOT IN (SELECT key FROM refused);
