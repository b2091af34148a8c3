CREATE TABLE first_contact_law (
  stream text COLLATE "C" PRIMARY KEY,
  hash text NOT NULL,
  content text NOT NULL
);

-- One row a case which has a first contact (首接), of who it is now.
CREATE TABLE first_contact (
  case_id text COLLATE "C" PRIMARY KEY,
  case_number text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  open boolean NOT NULL,
  lodged_on date NOT NULL,
  officer text COLLATE "C" NOT NULL,
  officer_name text NOT NULL,
  office text COLLATE "C" NOT NULL,
  -- JSON: both readings.
  office_name text NOT NULL,
  named_on date NOT NULL,
  -- The end of the first working day after it was received; null past the last calendar known.
  contact_due_on date,
  contacted_on date,
  -- Of the office's clocks: when the first of those still open is due, and whether any was met late.
  answer_due_on date,
  answered boolean NOT NULL,
  answered_late boolean NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C"
);
CREATE INDEX first_contact_by_officer ON first_contact (officer, case_id);

-- Every time it passed to another, at whom it had been until then.
CREATE TABLE first_contact_handover (
  case_id text COLLATE "C" NOT NULL,
  event text COLLATE "C" NOT NULL,
  officer text COLLATE "C" NOT NULL,
  to_officer text COLLATE "C" NOT NULL,
  handed_on date NOT NULL,
  -- Ordered by the head of the department or a supervisor.
  with_leave boolean NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C",
  PRIMARY KEY (case_id, event)
);
CREATE INDEX first_contact_handover_by_officer ON first_contact_handover (officer);
