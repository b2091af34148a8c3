-- Every name under which a company stood on a side of a case; the last one of a case and side is the one it has now.
CREATE TABLE party (
  case_id text COLLATE "C" NOT NULL,
  side text COLLATE "C" NOT NULL CHECK (side IN ('complainant', 'respondent')),
  name text COLLATE "C" NOT NULL,
  -- Its code; where that is not known, its name as it is searched.
  company text COLLATE "C" NOT NULL,
  code text COLLATE "C",
  -- The position of the event which said this name first in the case: a later one is the newer name.
  since bigint NOT NULL,
  current boolean NOT NULL,
  open boolean NOT NULL,
  lodged_on date NOT NULL,
  searched text NOT NULL,
  name_pairs text[] NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C",
  PRIMARY KEY (case_id, side, name)
);
CREATE INDEX party_by_pair ON party USING gin (name_pairs);
CREATE INDEX party_by_company ON party (company);
CREATE INDEX party_by_code ON party (code text_pattern_ops) WHERE code IS NOT NULL;

-- By what one matter that was lodged twice is known.
CREATE TABLE party_matter (
  case_id text COLLATE "C" PRIMARY KEY,
  case_number text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  open boolean NOT NULL,
  lodged_on date NOT NULL,
  complainant text COLLATE "C" NOT NULL,
  respondent text COLLATE "C",
  contract_number text COLLATE "C",
  amount text COLLATE "C",
  -- Of the contract and of each delivery.
  days date[] NOT NULL,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C"
);
CREATE INDEX party_matter_of_parties ON party_matter (complainant, respondent);
CREATE INDEX party_matter_by_contract ON party_matter (respondent, contract_number) WHERE contract_number IS NOT NULL;

CREATE TABLE party_link (
  case_id text COLLATE "C" NOT NULL,
  other text COLLATE "C" NOT NULL,
  other_number text COLLATE "C" NOT NULL,
  relation text COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, other, relation)
);
CREATE INDEX party_link_back ON party_link (other);
