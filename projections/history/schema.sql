-- Every edition of the law, for readers of the past.
CREATE TABLE history_law (
  hash text PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  content text NOT NULL
);

-- One row for each change of what lists show of a case: known in the one span of time, of the other. At any pair of
-- instants a case has one row at most.
CREATE TABLE history_case (
  case_id text COLLATE "C" NOT NULL,
  known tstzrange NOT NULL,
  held tstzrange NOT NULL,
  case_number text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  open boolean NOT NULL,
  lodged_on date NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  respondent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C",
  holder_office text COLLATE "C" NOT NULL,
  holder text COLLATE "C",
  first_contact text COLLATE "C",
  -- The most urgent clock, of which the rest stands in history_clock.
  due_sort date NOT NULL,
  rule text COLLATE "C",
  subject text COLLATE "C",
  run text COLLATE "C",
  -- JSON, to be shown only.
  summary text NOT NULL,
  PRIMARY KEY (case_id, known, held)
);
CREATE INDEX history_case_open ON history_case USING gist (known, held)
  WHERE open OR due_sort < 'infinity'::date;
CREATE INDEX history_case_closed ON history_case (lodged_on, case_id)
  WHERE NOT open AND due_sort = 'infinity'::date;
CREATE INDEX history_case_closed_by_district ON history_case (district, lodged_on, case_id)
  WHERE NOT open AND due_sort = 'infinity'::date;
CREATE INDEX history_case_by_complainant ON history_case (complainant_code);
CREATE INDEX history_case_by_agent ON history_case (agent_code) WHERE agent_code IS NOT NULL;
CREATE INDEX history_case_by_told_respondent ON history_case (told_respondent) WHERE told_respondent IS NOT NULL;
CREATE INDEX history_case_by_respondent ON history_case (respondent_code);
CREATE INDEX history_case_by_number ON history_case (case_number);

-- The same for each clock.
CREATE TABLE history_clock (
  case_id text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  run text COLLATE "C" NOT NULL,
  known tstzrange NOT NULL,
  held tstzrange NOT NULL,
  state text COLLATE "C" NOT NULL,
  due_sort date NOT NULL,
  due_on date,
  cautious_due_on date,
  -- The due date; where there is none, the day on which the clock began.
  counts_on date NOT NULL,
  provisional boolean NOT NULL,
  remaining integer,
  unit text COLLATE "C" NOT NULL,
  duty text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- The office which held the case, and its district; the empty text for an office of the whole city.
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  -- The empty text where the kind of case has none.
  category text COLLATE "C" NOT NULL,
  respondent_type text COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, rule, subject, run, known, held)
);
CREATE INDEX history_clock_unfinished ON history_clock USING gist (known, held)
  INCLUDE (district, office, kind, category, respondent_type, rule, state, due_sort, counts_on, provisional, duty)
  WHERE state IN ('open', 'paused', 'cannotTell');

-- How the counts of finished clocks, and of closed cases (under no rule), change along both times: the sum of `weight` over
-- known_at <= K and held_at <= E is their number as of E, known at K. The days are those of Shanghai. `offices` is told of
-- cases alone: who may read one.
CREATE TABLE history_finished (
  case_id text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  known_at timestamptz NOT NULL,
  held_at timestamptz NOT NULL,
  known_on date NOT NULL,
  held_on date NOT NULL,
  weight bigint NOT NULL,
  offices text[] COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  respondent_type text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  counts_month date NOT NULL,
  provisional boolean NOT NULL,
  duty text COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, n)
);
CREATE INDEX history_finished_known ON history_finished (known_on);
CREATE INDEX history_finished_held ON history_finished (held_on);

CREATE TABLE history_finished_by_day (
  known_on date NOT NULL,
  held_on date NOT NULL,
  offices text[] COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  counts_month date NOT NULL,
  provisional boolean NOT NULL,
  duty text COLLATE "C" NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (known_on, held_on, offices, office, district, kind, rule, state, counts_month, provisional, duty)
);
CREATE INDEX history_finished_by_day_held ON history_finished_by_day (held_on);

CREATE TABLE history_finished_by_month (
  known_month date NOT NULL,
  held_month date NOT NULL,
  offices text[] COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  counts_month date NOT NULL,
  provisional boolean NOT NULL,
  duty text COLLATE "C" NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (known_month, held_month, offices, office, district, kind, rule, state, counts_month, provisional, duty)
);

-- The same of the clocks which await an office's act, by the matter of the case instead of the rule.
CREATE TABLE history_matter_by_day (
  known_on date NOT NULL,
  held_on date NOT NULL,
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  respondent_type text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  counts_month date NOT NULL,
  provisional boolean NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (known_on, held_on, office, district, kind, category, respondent_type, state, counts_month, provisional)
);
CREATE INDEX history_matter_by_day_held ON history_matter_by_day (held_on);

CREATE TABLE history_matter_by_month (
  known_month date NOT NULL,
  held_month date NOT NULL,
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  respondent_type text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  counts_month date NOT NULL,
  provisional boolean NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (known_month, held_month, office, district, kind, category, respondent_type, state, counts_month, provisional)
);

-- Rows of history_case by the month of lodging: the first month of the log is told at once.
CREATE TABLE history_lodged_by_month (lodged_month date PRIMARY KEY, n bigint NOT NULL);
