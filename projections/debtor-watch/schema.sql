-- The rules of warning in force, for readers: the platform's own policy.
CREATE TABLE debtor_rules (
  stream text COLLATE "C" PRIMARY KEY,
  content text NOT NULL
);

-- One row a claim against a respondent; sums are whole fen, for they are added up by the hundred thousand.
CREATE TABLE debtor_case (
  case_id text COLLATE "C" PRIMARY KEY,
  case_number text COLLATE "C" NOT NULL,
  -- Its code; where that is not known, its name as it is searched.
  debtor text COLLATE "C" NOT NULL,
  debtor_code text COLLATE "C",
  debtor_name text NOT NULL,
  unit_type text COLLATE "C" NOT NULL,
  complainant text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  open boolean NOT NULL,
  lodged_on date NOT NULL,
  claimed bigint NOT NULL,
  undisputed bigint NOT NULL,
  paid bigint NOT NULL,
  outstanding bigint NOT NULL,
  -- A settlement was not kept.
  broken boolean NOT NULL,
  -- Lines whose term the law does not let be agreed: beyond the greatest length, or pay-when-paid.
  beyond_law integer NOT NULL,
  -- Acts of Order 802, Art. 25¶3 against it.
  supervisory_acts integer NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C"
);
CREATE INDEX debtor_case_by_debtor ON debtor_case (debtor, lodged_on, case_id);
