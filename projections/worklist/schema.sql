CREATE TABLE worklist_law (
  stream text COLLATE "C" PRIMARY KEY,
  hash text NOT NULL,
  content text NOT NULL
);

CREATE TABLE worklist (
  case_id text COLLATE "C" PRIMARY KEY,
  case_number text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  open boolean NOT NULL,
  lodged_on date NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  respondent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C",
  holder_office text COLLATE "C" NOT NULL,
  -- Who has it in hand, and who answers for it to the complainant (首接).
  holder text COLLATE "C",
  first_contact text COLLATE "C",
  -- Of the most urgent clock; the first is what lists are ordered by, a case without a date at their end.
  due_sort date NOT NULL,
  due_on date,
  cautious_due_on date,
  provisional boolean NOT NULL,
  rule text,
  -- Both names as they are searched, and every two neighbouring characters of them.
  names text NOT NULL,
  name_pairs text[] NOT NULL,
  -- JSON, to be shown only.
  summary text NOT NULL,
  clock text
);
CREATE INDEX worklist_by_due ON worklist (due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_holder ON worklist (holder_office, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_person ON worklist (holder, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_first_contact ON worklist (first_contact, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_offices ON worklist USING gin (offices);
CREATE INDEX worklist_by_district ON worklist (district, due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_complainant ON worklist (complainant_code, due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_agent ON worklist (agent_code) WHERE agent_code IS NOT NULL;
CREATE INDEX worklist_by_told_respondent ON worklist (told_respondent) WHERE told_respondent IS NOT NULL;
CREATE INDEX worklist_by_respondent ON worklist (respondent_code);
CREATE INDEX worklist_by_number ON worklist (case_number);
CREATE INDEX worklist_by_name ON worklist USING gin (name_pairs);
