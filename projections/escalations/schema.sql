-- Open rungs, which may still fire, those which are held back, and fired ones, which stay as they fired.
CREATE TABLE escalation_rung (
  case_id text COLLATE "C" NOT NULL,
  -- rule|subject|run|rung (invariant 13)
  rung_key text COLLATE "C" NOT NULL,
  rule text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  run text COLLATE "C" NOT NULL,
  rung text COLLATE "C" NOT NULL,
  -- Null where it has no day: its clock is paused or cannot tell.
  due_on date,
  clock_due_on date,
  provisional boolean NOT NULL,
  act text COLLATE "C" NOT NULL,
  -- Why it does not fire: overridden, paused, cannotTell, calendar. Null of those which may.
  held text COLLATE "C",
  -- ISO 8601, as the store writes it: later is greater. Null while open.
  fired_at text COLLATE "C",
  late boolean,
  -- Of a fired one: its day by the law known now, where that is another.
  moved_to date,
  -- Of a fired one: reason, decision, acknowledgement; by whom.
  awaits text COLLATE "C",
  must_act text COLLATE "C",
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C",
  -- JSON, to be shown only.
  shown text NOT NULL,
  PRIMARY KEY (case_id, rung_key)
);
CREATE INDEX escalation_rung_open ON escalation_rung (due_on, case_id, rung_key)
  WHERE fired_at IS NULL AND held IS NULL;
CREATE INDEX escalation_rung_held ON escalation_rung (case_id, rung_key) WHERE held IS NOT NULL;
CREATE INDEX escalation_rung_fired ON escalation_rung (fired_at, case_id, rung_key) WHERE fired_at IS NOT NULL;
CREATE INDEX escalation_rung_awaiting ON escalation_rung (fired_at, case_id, rung_key) WHERE awaits IS NOT NULL;
