-- What the code made of the batches that were left for it.

UPDATE batch
SET
  line_count = lines,
  invalid_count = invalid,
  problem = judged.problem,
  events = list_transform(judged.events, lambda event: {
    'id': event.id,
    'at': epoch_ms(event.at),
    'type': event.type,
    'guidance': event.guidance
  }),
  unread = NULL
FROM read_json(
  getvariable('file'),
  format = 'newline_delimited',
  columns = {
    'batch': 'INTEGER', 'lines': 'INTEGER', 'invalid': 'INTEGER', 'problem': 'VARCHAR',
    'events': 'STRUCT(id UUID, "at" BIGINT, type VARCHAR, guidance VARCHAR)[]'
  }
) AS judged
WHERE batch.batch = judged.batch;
