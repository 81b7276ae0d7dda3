-- What roll-up.sql reads, from the Parquet files of one folder.

CREATE OR REPLACE TABLE batch (
  batch Int32,
  batch_id String,
  owner_id String,
  created_at DateTime64(6, 'UTC'),
  is_pending Bool
);
INSERT INTO batch
SELECT batch, batch_id, owner_id, created_at, is_pending
FROM file({folder:String} || '/batch.parquet');

CREATE OR REPLACE TABLE placed (
  batch Int32,
  line Int16,
  event_id UUID,
  type LowCardinality(String),
  guidance LowCardinality(String),
  day Date32
);
INSERT INTO placed
SELECT batch, line, event_id, type, guidance, day
FROM file({folder:String} || '/placed.parquet');

CREATE OR REPLACE TABLE touched (person_id String, day Date32);
INSERT INTO touched
SELECT person_id, day
FROM file({folder:String} || '/touched.parquet');
