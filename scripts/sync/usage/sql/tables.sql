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

-- One row a raw batch. `batch` numbers them as they were read.
CREATE OR REPLACE TABLE batch (
  batch INTEGER,
  batch_id VARCHAR,
  owner_id VARCHAR,
  created_at TIMESTAMPTZ,
  sent_at TIMESTAMPTZ,
  counted_time_zone VARCHAR,
  is_pending BOOLEAN,
  line_count INTEGER,
  invalid_count INTEGER,
  dropped_count INTEGER,
  problem VARCHAR
);

-- One row a readable event, as the device wrote it.
CREATE OR REPLACE TABLE event (
  batch INTEGER,
  line INTEGER,
  event_id UUID,
  device_time TIMESTAMPTZ,
  type VARCHAR,
  guidance VARCHAR
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
