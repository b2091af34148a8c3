-- How figures change by an event, along both times: the sum of `weight` over known_at <= K and held_at <= E is the figure
-- as of E, known at K. The days are those of Shanghai.
CREATE TABLE statistics_change (
  case_id text COLLATE "C" NOT NULL,
  n integer NOT NULL,
  known_at timestamptz NOT NULL,
  held_at timestamptz NOT NULL,
  known_on date NOT NULL,
  held_on date NOT NULL,
  -- A number of cases or acts; of the measures `claimed` and `recovered`, fen.
  weight bigint NOT NULL,
  measure text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  days integer NOT NULL,
  fact_month date NOT NULL,
  kind text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  respondent_type text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, n)
);
CREATE INDEX statistics_change_known ON statistics_change (known_on);
CREATE INDEX statistics_change_held ON statistics_change (held_on);
CREATE INDEX statistics_change_month ON statistics_change (fact_month, kind, category);

-- The same summed in cells (`cells.ts`): `*` for what a cell does not tell apart.
CREATE TABLE statistics_change_by_day (
  cell text COLLATE "C" NOT NULL,
  known_on date NOT NULL,
  held_on date NOT NULL,
  fact_month date NOT NULL,
  measure text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  days integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  respondent_type text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (known_on, cell, fact_month, measure, held_on, value, days, kind, category, respondent_type, office, district)
);
CREATE INDEX statistics_change_by_day_held ON statistics_change_by_day (held_on);

CREATE TABLE statistics_change_by_month (
  cell text COLLATE "C" NOT NULL,
  known_month date NOT NULL,
  held_month date NOT NULL,
  fact_month date NOT NULL,
  measure text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  days integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  category text COLLATE "C" NOT NULL,
  respondent_type text COLLATE "C" NOT NULL,
  office text COLLATE "C" NOT NULL,
  district text COLLATE "C" NOT NULL,
  n bigint NOT NULL,
  PRIMARY KEY (cell, fact_month, known_month, held_month, measure, value, days, kind, category, respondent_type, office, district)
);
