CREATE TABLE case_file_law (
  stream text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  hash text NOT NULL,
  content text NOT NULL,
  PRIMARY KEY (stream, position)
);

CREATE TABLE case_file (
  case_id text COLLATE "C" PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  case_number text COLLATE "C" NOT NULL UNIQUE,
  complainant_code text COLLATE "C" NOT NULL,
  agent_code text COLLATE "C",
  told_respondent text COLLATE "C",
  offices text[] COLLATE "C" NOT NULL,
  district text COLLATE "C"
);
