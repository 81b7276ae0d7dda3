-- Reads one file of batches, as the Bulk API writes it, with the events of each.
--
-- A batch that is written exactly as browsers write it is taken apart here. Every other one, damaged or only written
-- differently, is left in `unread` for the code that knows what an event is. So this pattern does not have to know it:
-- it only has to be narrower. A property test holds it to that.

INSERT INTO batch BY NAME
WITH file AS (
  SELECT *, string_split(Events__c, chr(10)) AS lines
  FROM read_csv(
    getvariable('file'),
    columns = {
      'Id': 'VARCHAR', 'OwnerId': 'VARCHAR', 'CreatedDate': 'TIMESTAMPTZ', 'Sent_At__c': 'TIMESTAMPTZ',
      'Time_Zone__c': 'VARCHAR', 'Format_Version__c': 'DOUBLE', 'Event_Count__c': 'DOUBLE',
      'Dropped_Count__c': 'DOUBLE', 'Status__c': 'VARCHAR', 'Events__c': 'VARCHAR'
    },
    header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '',
    -- Text of 131,072 characters, each of them up to three bytes or two quotes.
    max_line_size = 1000000, buffer_size = 8000000
  )
),
judged AS (
  SELECT
    *,
    Format_Version__c = 1
      AND Event_Count__c = len(lines)
      AND len(lines) <= getvariable('most_lines')
      AND regexp_full_match(
        Events__c || chr(10),
        '(?:\{"id":"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"'
        || ',"at":"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z"'
        || ',"type":"(?:shown|opened|completed|dismissed|snoozed|helpful|unhelpful|didDifferently|copied)"'
        || ',"guidance":"[A-Za-z0-9._-]{1,80}"'
        || ',"version":(?:0|[1-9]\d{0,8})'
        || ',"surface":"[ !#-\[\]-~]{1,80}"'
        || ',"object":"[ !#-\[\]-~]{1,80}"'
        || '(?:,"recordId":"[A-Za-z0-9]{0,18}")?'
        || '(?:,"stage":"[ !#-\[\]-~]{0,80}")?\}\n)+'
      ) AS is_plain
  FROM file
),
taken_apart AS (
  SELECT
    *,
    CASE WHEN is_plain THEN list_transform(lines, lambda line: {
      'id': substr(line, 8, 36)::UUID,
      'at': try_cast(substr(line, 52, 23) AS TIMESTAMP),
      'type': json_extract_string(line, '$.type'),
      'guidance': json_extract_string(line, '$.guidance')
    }) END AS events
  FROM judged
)
SELECT
  Id AS batch_id,
  OwnerId AS owner_id,
  CreatedDate AS created_at,
  coalesce(Sent_At__c, CreatedDate) AS sent_at,
  Time_Zone__c AS counted_time_zone,
  coalesce(Status__c, 'Pending') = 'Pending' AS is_pending,
  coalesce(Dropped_Count__c, 0) AS dropped_count,
  Format_Version__c AS format_version,
  Event_Count__c AS event_count,
  CASE WHEN is_read THEN events ELSE [] END AS events,
  CASE WHEN is_read THEN len(lines) ELSE 0 END AS line_count,
  0 AS invalid_count,
  CASE WHEN is_read THEN NULL ELSE coalesce(Events__c, '') END AS unread
FROM (
  SELECT
    *,
    -- A day that no calendar has, such as 30 February, is for the code to judge as well.
    coalesce(list_bool_and(list_transform(events, lambda event: event.at IS NOT NULL)), false) AS is_read
  FROM taken_apart
);
