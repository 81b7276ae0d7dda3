-- Both sides of the row equation. The left one was counted while reading; the right one is what became of each line.

SELECT
  (SELECT coalesce(sum(line_count), 0)::BIGINT FROM batch) AS lines,
  (SELECT coalesce(sum(events), 0)::BIGINT FROM usage_day) AS counted,
  coalesce(sum(events) FILTER (outcome = 'duplicate'), 0)::BIGINT AS duplicates,
  (SELECT coalesce(sum(invalid_count), 0)::BIGINT FROM batch) AS invalid,
  coalesce(sum(events) FILTER (outcome = 'late'), 0)::BIGINT AS late,
  coalesce(sum(events) FILTER (outcome = 'other day'), 0)::BIGINT AS "otherDays"
FROM outcome_day;
