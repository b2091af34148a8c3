-- Open rungs, which may still fire, and fired ones, which stay as they fired.
CREATE TABLE escalation_rung (
  case_id text COLLATE "C" NOT NULL,
  -- rule|subject|run|rung (invariant 13)
  rung_key text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  run text COLLATE "C" NOT NULL,
  rung text COLLATE "C" NOT NULL,
  due_on date NOT NULL,
  clock_due_on date NOT NULL,
  provisional boolean NOT NULL,
  tells text NOT NULL,
  act text NOT NULL,
  -- ISO 8601, as the store writes it: later is greater. Null while open.
  fired_at text COLLATE "C",
  late boolean,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C",
  -- JSON, to be shown only.
  shown text NOT NULL,
  PRIMARY KEY (case_id, rung_key)
);
CREATE INDEX escalation_rung_open ON escalation_rung (due_on, case_id, rung_key) WHERE fired_at IS NULL;
CREATE INDEX escalation_rung_fired ON escalation_rung (fired_at, case_id, rung_key) WHERE fired_at IS NOT NULL;
