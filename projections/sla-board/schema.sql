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
  duty text COLLATE "C" NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'paused', 'met', 'metLate', 'ended', 'endedLate', 'cannotTell')),
  due_sort date NOT NULL,
  provisional boolean NOT NULL,
  case_number text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  lodged_on date NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C",
  -- JSON, to be shown only.
  summary text NOT NULL,
  clock text NOT NULL,
  PRIMARY KEY (case_id, rule, subject, run)
);
CREATE INDEX sla_clock_by_due ON sla_clock (state, due_sort, lodged_on, case_id);
CREATE INDEX sla_clock_by_district ON sla_clock (district, state, due_sort, lodged_on, case_id);
CREATE INDEX sla_clock_by_offices ON sla_clock USING gin (offices);
CREATE INDEX sla_clock_by_complainant ON sla_clock (complainant_code);
CREATE INDEX sla_clock_by_agent ON sla_clock (agent_code) WHERE agent_code IS NOT NULL;
CREATE INDEX sla_clock_by_told_respondent ON sla_clock (told_respondent) WHERE told_respondent IS NOT NULL;

-- The same clocks counted, so that a board sums few rows at any size. The empty text stands for the whole
-- city, infinity for a due date which no longer matters; a count of nothing has no row.
CREATE TABLE sla_count (
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  duty text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  due_sort date NOT NULL,
  provisional boolean NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (offices, district, kind, rule, duty, state, due_sort, provisional)
);
