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
  -- The companies by which searches find it, as `worklist_party` has them.
  complainant text COLLATE "C" NOT NULL,
  respondent text COLLATE "C",
  -- By what it may be found, as bits (`marks.ts`).
  marks bigint NOT NULL,
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
-- Each list of cases has two indexes: in its order as a whole, with the marks by which a search passes cases over; and in its
-- order within each of its groups, from which any filter is merged.
CREATE INDEX worklist_by_due ON worklist (due_sort, lodged_on, case_id) INCLUDE (marks);
CREATE INDEX worklist_filtered ON worklist (list_group, due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_district ON worklist (district, due_sort, lodged_on, case_id) INCLUDE (marks);
CREATE INDEX worklist_of_district_filtered
  ON worklist (district, list_group, due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_holding_office ON worklist (holder_office, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_person ON worklist (holder, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_first_contact ON worklist (first_contact, due_sort, lodged_on, case_id) WHERE open;
CREATE INDEX worklist_by_complainant ON worklist (complainant_code, due_sort, lodged_on, case_id);
CREATE INDEX worklist_by_agent ON worklist (agent_code, due_sort, lodged_on, case_id) WHERE agent_code IS NOT NULL;
CREATE INDEX worklist_by_told_respondent ON worklist (told_respondent) WHERE told_respondent IS NOT NULL;
CREATE INDEX worklist_of_complainant ON worklist (complainant, due_sort, lodged_on, case_id);
CREATE INDEX worklist_of_respondent ON worklist (respondent, due_sort, lodged_on, case_id) WHERE respondent IS NOT NULL;

-- The same cases, a row for each office, officer or respondent who reads one, in the order which that reader may know: an
-- index over a list of offices has no order by due date.
CREATE TABLE worklist_reader (
  case_id text COLLATE "C" NOT NULL,
  reader text COLLATE "C" NOT NULL,
  list_group text COLLATE "C" NOT NULL,
  due_sort date NOT NULL,
  lodged_on date NOT NULL,
  marks bigint NOT NULL,
  PRIMARY KEY (case_id, reader)
);
CREATE INDEX worklist_reader_by_due ON worklist_reader (reader, due_sort, lodged_on, case_id) INCLUDE (marks);
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

-- What a case is searched by: apart, because it hardly ever changes.
CREATE TABLE worklist_name (
  case_id text COLLATE "C" PRIMARY KEY,
  number text COLLATE "C" NOT NULL,
  -- Credit code, a space and the name as it is searched.
  complainant text COLLATE "C" NOT NULL,
  respondent text COLLATE "C",
  -- Both names as they are searched, a line each.
  names text NOT NULL
);
CREATE INDEX worklist_name_by_number ON worklist_name (number);

-- Every two neighbouring characters of a name, and with ^ its first: `soughtTokens` in SQL.
CREATE FUNCTION worklist_tokens(name text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY(SELECT DISTINCT substr(name, i, 2) FROM generate_series(1, length(name) - 1) AS i) || ('^' || left(name, 1));

-- Every company once, with how many cases name it: a word is looked up among names, and the cases of each stand in their order.
CREATE TABLE worklist_party (
  party text COLLATE "C" PRIMARY KEY,
  n bigint NOT NULL,
  name text NOT NULL GENERATED ALWAYS AS (substr(party, strpos(party, ' ') + 1)) STORED,
  tokens text[] NOT NULL GENERATED ALWAYS AS (worklist_tokens(substr(party, strpos(party, ' ') + 1))) STORED
);
CREATE INDEX worklist_party_by_token ON worklist_party USING gin (tokens);
