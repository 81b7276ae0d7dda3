-- Both sides of the row equation. The left one was counted while reading; the right one is what became of each line.

SELECT
  (SELECT coalesce(sum(line_count), 0)::BIGINT FROM batch) AS lines,
  (SELECT coalesce(sum(events), 0)::BIGINT FROM usage_day) AS counted,
  count(*) FILTER (outcome = 'duplicate') AS duplicates,
  (SELECT coalesce(sum(invalid_count), 0)::BIGINT FROM batch) AS invalid,
  count(*) FILTER (outcome = 'late') AS late,
  count(*) FILTER (outcome = 'other day') AS "otherDays"
FROM judged;
