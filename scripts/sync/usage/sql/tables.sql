-- What the roll-up works with. Every table can be filled again from the org at any time.

CREATE OR REPLACE TABLE person (
  person_id VARCHAR PRIMARY KEY,
  time_zone VARCHAR NOT NULL,
  cohort_key VARCHAR NOT NULL
);

-- Roles form a tree; departments, for people without a role, stand beside it.
CREATE OR REPLACE TABLE cohort (
  cohort_key VARCHAR PRIMARY KEY,
  name VARCHAR NOT NULL,
  parent_key VARCHAR,
  depth INTEGER NOT NULL
);

-- One row a raw batch, numbered as they were read. Times are UTC. `unread` is the text of a batch that is not taken
-- apart yet.
CREATE SEQUENCE IF NOT EXISTS batch_number;
CREATE TABLE IF NOT EXISTS batch (
  batch INTEGER DEFAULT nextval('batch_number'),
  batch_id VARCHAR,
  owner_id VARCHAR,
  created_at TIMESTAMPTZ,
  sent_at TIMESTAMPTZ,
  counted_time_zone VARCHAR,
  is_pending BOOLEAN,
  dropped_count INTEGER,
  format_version DOUBLE,
  event_count DOUBLE,
  line_count INTEGER,
  invalid_count INTEGER,
  problem VARCHAR,
  events STRUCT(id UUID, "at" TIMESTAMP, type VARCHAR, guidance VARCHAR)[],
  unread VARCHAR
);

-- One row an event that could be read, in its day.
CREATE OR REPLACE TABLE placed (
  batch INTEGER,
  line SMALLINT,
  event_id UUID,
  type VARCHAR,
  guidance VARCHAR,
  day DATE
);

-- A person's days that are computed again.
CREATE OR REPLACE TABLE touched (person_id VARCHAR, day DATE, PRIMARY KEY (person_id, day));

-- What the org has of these weeks.
CREATE OR REPLACE TABLE stored_day (
  id VARCHAR,
  person_id VARCHAR,
  day_key VARCHAR,
  day DATE,
  guidance VARCHAR,
  events BIGINT,
  shown BIGINT,
  opened BIGINT,
  completed BIGINT,
  dismissed BIGINT,
  snoozed BIGINT,
  helpful BIGINT,
  unhelpful BIGINT,
  did_differently BIGINT,
  copied BIGINT
);

CREATE OR REPLACE TABLE stored_week (
  id VARCHAR,
  week_key VARCHAR,
  week DATE,
  cohort_key VARCHAR,
  cohort VARCHAR,
  includes_smaller BOOLEAN,
  guidance VARCHAR,
  people BIGINT,
  events BIGINT,
  shown BIGINT,
  opened BIGINT,
  completed BIGINT,
  dismissed BIGINT,
  snoozed BIGINT,
  helpful BIGINT,
  unhelpful BIGINT,
  did_differently BIGINT,
  copied BIGINT
);
