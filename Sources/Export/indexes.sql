-- Made when all rows are in, which is faster than keeping them up to date.

CREATE INDEX events_by_id ON events (id);
CREATE INDEX events_by_article ON events (article);
CREATE INDEX events_by_date ON events (date, type, status);
CREATE INDEX transfers_by_party ON transfers (to_party, from_party);
CREATE INDEX sources_by_name ON sources (name);
CREATE INDEX evidence_by_event ON evidence (event);
CREATE INDEX evidence_by_rule ON evidence (rule);

INSERT INTO article_text (article_text) VALUES ('rebuild');

-- One row a transfer with all that tells what it is, and on whose word first.
CREATE VIEW movements AS
SELECT events.id AS event_id, events.type, events.status, events.date, transfers.from_party, transfers.to_party,
       transfers.count, transfers.bound, transfers.category, events.ordinal, events.place,
       (SELECT coalesce(name, organization) FROM sources WHERE sources.event = events.event ORDER BY sources.place LIMIT 1) AS source,
       articles.path, articles.title, articles.published
FROM transfers
JOIN events USING (event)
JOIN articles USING (article);
