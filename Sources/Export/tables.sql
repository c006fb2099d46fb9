-- What a run left, as tables. Rows keep the order of events.ndjson; texts and numbers are as stated.

CREATE TABLE run (
  json TEXT NOT NULL -- run.json
);

CREATE TABLE articles (
  article INTEGER PRIMARY KEY,
  id TEXT NOT NULL, -- a- and 16 hexadecimal digits; copies share it
  path TEXT NOT NULL UNIQUE,
  url TEXT,
  title TEXT,
  published TEXT, -- YYYY-MM-DD
  language TEXT, -- BCP 47
  body TEXT -- null where clean.ndjson was not kept
);

CREATE TABLE authors (
  article INTEGER NOT NULL REFERENCES articles,
  place INTEGER NOT NULL, -- from 1, in the order of the byline
  name TEXT NOT NULL,
  PRIMARY KEY (article, place)
) WITHOUT ROWID;

CREATE TABLE events (
  event INTEGER PRIMARY KEY,
  id TEXT NOT NULL, -- e- and 16 hexadecimal digits; copies of an article share it
  article INTEGER NOT NULL REFERENCES articles,
  type TEXT NOT NULL,
  status TEXT,
  date TEXT, -- EDTF
  ordinal INTEGER,
  place TEXT
);

CREATE TABLE transfers (
  event INTEGER NOT NULL REFERENCES events,
  place INTEGER NOT NULL, -- from 1, in the order of the text
  from_party TEXT,
  to_party TEXT,
  count INTEGER,
  bound TEXT,
  category TEXT NOT NULL,
  PRIMARY KEY (event, place)
) WITHOUT ROWID;

CREATE TABLE including (
  event INTEGER NOT NULL REFERENCES events,
  place INTEGER NOT NULL,
  category TEXT NOT NULL,
  label TEXT,
  count INTEGER,
  bound TEXT,
  to_party TEXT,
  PRIMARY KEY (event, place)
) WITHOUT ROWID;

CREATE TABLE mediators (
  event INTEGER NOT NULL REFERENCES events,
  place INTEGER NOT NULL,
  party TEXT NOT NULL,
  PRIMARY KEY (event, place)
) WITHOUT ROWID;

CREATE TABLE sources (
  event INTEGER NOT NULL REFERENCES events,
  place INTEGER NOT NULL,
  name TEXT,
  role TEXT,
  organization TEXT,
  channel TEXT,
  wikidata TEXT,
  PRIMARY KEY (event, place)
) WITHOUT ROWID;

CREATE TABLE evidence (
  evidence INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES events,
  start_offset INTEGER NOT NULL, -- code points of title, blank line, body
  end_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  rule TEXT NOT NULL
);

CREATE TABLE evidence_slots (
  evidence INTEGER NOT NULL REFERENCES evidence,
  place INTEGER NOT NULL,
  slot TEXT NOT NULL,
  PRIMARY KEY (evidence, place)
) WITHOUT ROWID;

CREATE TABLE failures (
  path TEXT NOT NULL,
  stage TEXT NOT NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL
);

CREATE VIRTUAL TABLE article_text USING fts5(
  title, body, content = 'articles', content_rowid = 'article', tokenize = 'unicode61 remove_diacritics 2'
);
