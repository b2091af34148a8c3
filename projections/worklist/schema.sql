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
  -- As the respondent is told it, and whether it may know of what started the clock.
  status_told text COLLATE "C" NOT NULL,
  clock_told boolean NOT NULL,
  open boolean NOT NULL,
  lodged_on date NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C",
  -- What lists are filtered by, in one (`list-group.ts`).
  list_group text COLLATE "C" NOT NULL,
  holder_office text COLLATE "C" NOT NULL,
  -- Who has it in hand, and who answers for it to the complainant (首接).
  holder text COLLATE "C",
  first_contact text COLLATE "C",
  -- Of the most urgent clock which awaits an office's act: what lists are ordered by, a case without a date at their end.
  due_sort date NOT NULL,
  provisional boolean NOT NULL,
  -- JSON, to be shown only.
  summary text NOT NULL,
  clock text
);
-- Each list of cases has two indexes: in its order as a whole, and in its order within each of its groups, from which any
-- filter is merged.
CREATE INDEX worklist_by_due ON worklist (due_sort, lodged_on, case_id);
CREATE INDEX worklist_filtered ON worklist (list_group, due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_district ON worklist (district, due_sort, lodged_on, case_id);
CREATE INDEX worklist_of_district_filtered
  ON worklist (district, list_group, due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_holding_office ON worklist (holder_office, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_person ON worklist (holder, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_first_contact ON worklist (first_contact, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_complainant ON worklist (complainant_code, due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_agent ON worklist (agent_code, due_sort, lodged_on, case_id) WHERE agent_code IS NOT NULL;
CREATE INDEX worklist_by_told_respondent ON worklist (told_respondent, due_sort, lodged_on, case_id)
  WHERE told_respondent IS NOT NULL;

-- The same cases, a row for each office or officer who reads one: an index over a list of offices has no order by due date.
CREATE TABLE worklist_reader (
  case_id text COLLATE "C" NOT NULL,
  reader text COLLATE "C" NOT NULL,
  list_group text COLLATE "C" NOT NULL,
  due_sort date NOT NULL,
  lodged_on date NOT NULL,
  PRIMARY KEY (case_id, reader)
);
CREATE INDEX worklist_reader_by_due ON worklist_reader (reader, due_sort, lodged_on, case_id);
CREATE INDEX worklist_reader_filtered
  ON worklist_reader (reader, list_group, due_sort, lodged_on, case_id);

-- How many cases a list has in each group: the length of a list, and the groups of which it is merged. The city's list is
-- named *, that of a district by its code.
CREATE TABLE worklist_count (
  list text COLLATE "C" NOT NULL,
  list_group text COLLATE "C" NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (list, list_group)
);
CREATE TABLE worklist_reader_count (
  reader text COLLATE "C" NOT NULL,
  list_group text COLLATE "C" NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (reader, list_group)
);

-- What a case is searched by: apart, because it hardly ever changes, and its index is dear.
CREATE TABLE worklist_name (
  case_id text COLLATE "C" PRIMARY KEY,
  number text COLLATE "C" NOT NULL,
  complainant text COLLATE "C" NOT NULL,
  respondent text COLLATE "C",
  -- Both names as they are searched; every two neighbouring characters of them, and with ^ the first of each.
  names text NOT NULL,
  name_pairs text[] NOT NULL
);
CREATE INDEX worklist_name_by_number ON worklist_name (number);
CREATE INDEX worklist_name_by_complainant ON worklist_name (complainant);
CREATE INDEX worklist_name_by_respondent ON worklist_name (respondent);
CREATE INDEX worklist_name_by_pair ON worklist_name USING gin (name_pairs);
