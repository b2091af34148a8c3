-- The instalments of standing settlements which are neither paid nor declared missed.
CREATE TABLE open_instalment (
  case_id text COLLATE "C" NOT NULL,
  -- The event by which the settlement was agreed.
  plan text COLLATE "C" NOT NULL,
  instalment integer NOT NULL,
  due_on date NOT NULL,
  PRIMARY KEY (case_id, instalment)
);
CREATE INDEX open_instalment_by_day ON open_instalment (due_on, case_id, instalment);
