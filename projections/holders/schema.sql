-- Who held a case, one stretch after the other; `held_to` is infinity while it goes on.
CREATE TABLE holding (
  case_id text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  -- Of the office; the empty text for one of the whole city.
  district text COLLATE "C" NOT NULL,
  person text COLLATE "C",
  person_name text,
  stage text COLLATE "C" NOT NULL,
  -- The ground, while the handling was paused.
  paused text COLLATE "C",
  held_from timestamptz NOT NULL,
  held_to timestamptz NOT NULL,
  PRIMARY KEY (case_id, n)
);
CREATE INDEX holding_by_office ON holding (office, held_to);
CREATE INDEX holding_by_district ON holding (district, held_to);
