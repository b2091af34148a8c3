-- The folded file: what is shown, and what the next event is applied to.
CREATE TABLE case_file_state (
  case_id text COLLATE "C" PRIMARY KEY,
  open boolean NOT NULL,
  state text NOT NULL
);
CREATE INDEX case_file_state_open ON case_file_state (case_id) WHERE open;

CREATE TABLE case_file_law (
  stream text COLLATE "C" PRIMARY KEY,
  hash text NOT NULL,
  content text NOT NULL
);

CREATE TABLE case_file (
  case_id text COLLATE "C" PRIMARY KEY,
  case_number text COLLATE "C" NOT NULL UNIQUE,
  complainant_code text COLLATE "C" NOT NULL,
  accepting_office text COLLATE "C" NOT NULL,
  handling_office text COLLATE "C",
  district text COLLATE "C",
  mediator text COLLATE "C",
  -- JSON: the clocks with their explanations.
  clocks text NOT NULL
);

CREATE TABLE case_file_timeline (
  case_id text COLLATE "C" NOT NULL,
  revision bigint NOT NULL,
  type text NOT NULL,
  recorded_at text NOT NULL,
  -- JSON of the event's meta and data.
  meta text NOT NULL,
  data text NOT NULL,
  PRIMARY KEY (case_id, revision)
);
