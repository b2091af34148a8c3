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
  state text COLLATE "C" NOT NULL
    CHECK (state IN ('open', 'paused', 'met', 'metLate', 'ended', 'endedLate', 'cannotTell')),
  -- What the lists beneath the board are filtered by, in one: duty/kind/rule/state.
  clock_group text COLLATE "C" NOT NULL,
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
  -- The office which holds the case, and its district; the empty text for an office of the whole city.
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  -- JSON, to be shown only.
  summary text NOT NULL,
  clock text NOT NULL,
  PRIMARY KEY (case_id, rule, subject, run)
);
-- Each in the order of due dates within what the lists are filtered by.
CREATE INDEX sla_clock_of_city
  ON sla_clock (clock_group, due_sort, lodged_on, case_id, rule, subject, run);
CREATE INDEX sla_clock_of_district
  ON sla_clock (district, clock_group, due_sort, lodged_on, case_id, rule, subject, run);
CREATE INDEX sla_clock_of_office
  ON sla_clock (office, clock_group, due_sort, lodged_on, case_id, rule, subject, run);
CREATE INDEX sla_clock_by_complainant ON sla_clock (complainant_code);
CREATE INDEX sla_clock_by_agent ON sla_clock (agent_code) WHERE agent_code IS NOT NULL;
CREATE INDEX sla_clock_by_told_respondent ON sla_clock (told_respondent) WHERE told_respondent IS NOT NULL;

-- The same clocks counted in cells (`cells.ts`), so that a board sums few rows at any size. The empty text stands for the whole
-- city, * for what a cell does not tell apart, infinity for no due date; a count of nothing has no row.
CREATE TABLE sla_count (
  cell text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  duty text COLLATE "C" NOT NULL,
  -- How many days it is long, and the first of them.
  span integer NOT NULL,
  due date NOT NULL,
  district text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  provisional boolean NOT NULL,
  n bigint NOT NULL,
  -- What a board sums stands together: all spans of a stretch of days, for all rows of the board.
  PRIMARY KEY (cell, place, duty, span, due, district, office, kind, rule, state, provisional)
)
-- Room on a row's page for its next count, so that no index has to be told of it.
WITH (fillfactor = 60);
CREATE INDEX sla_count_of_office ON sla_count (office, cell, span, due) WHERE office <> '*';
CREATE INDEX sla_count_of_clock ON sla_count (rule, span, due) WHERE cell = 'districtClock';
