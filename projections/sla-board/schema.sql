CREATE TABLE sla_case (
  case_id text COLLATE "C" PRIMARY KEY,
  open boolean NOT NULL,
  state text NOT NULL
);
CREATE INDEX sla_case_open ON sla_case (case_id) WHERE open;

CREATE TABLE sla_law (
  stream text COLLATE "C" PRIMARY KEY,
  hash text NOT NULL,
  content text NOT NULL
);

-- One row a clock of a case, for the lists beneath the board.
CREATE TABLE sla_clock (
  case_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  run text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'paused', 'met', 'metLate', 'ended', 'endedLate', 'cannotTell')),
  due_sort date NOT NULL,
  provisional boolean NOT NULL,
  case_number text COLLATE "C" NOT NULL,
  status text NOT NULL,
  lodged_on date NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  accepting_office text COLLATE "C" NOT NULL,
  handling_office text COLLATE "C",
  district text COLLATE "C",
  -- JSON, to be shown only.
  summary text NOT NULL,
  clock text NOT NULL,
  PRIMARY KEY (case_id, rule, subject, run)
);
CREATE INDEX sla_clock_by_due ON sla_clock (state, due_sort, lodged_on, case_id);
CREATE INDEX sla_clock_by_district ON sla_clock (district, state, due_sort, lodged_on, case_id);
CREATE INDEX sla_clock_by_office ON sla_clock (handling_office, state, due_sort, lodged_on, case_id);
CREATE INDEX sla_clock_by_complainant ON sla_clock (complainant_code);

-- The same clocks counted, so that a board sums few rows at any size. The empty text stands for no office and for the
-- whole city, infinity for a due date which no longer matters; a count of nothing has no row.
CREATE TABLE sla_count (
  accepting_office text COLLATE "C" NOT NULL,
  handling_office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  due_sort date NOT NULL,
  provisional boolean NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (accepting_office, handling_office, district, rule, state, due_sort, provisional)
);
