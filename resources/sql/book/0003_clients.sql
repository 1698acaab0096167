-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the firm knows about its clients: parties, ownerships, contacts, documents, KYC, screening hits, mandates,
-- assessments, tasks, approvals and fee agreements. A change is a further revision, never an update; the newest one counts.
-- kind is clients::RecordKind, body is one line of JSON with the members of that kind (modules/clients/records/record_text.h).
CREATE TABLE client_record (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    kind INTEGER NOT NULL,
    id INTEGER NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    time INTEGER NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL CHECK (length(body) <= 65536),
    UNIQUE (kind, id, revision)
) STRICT;
CREATE TRIGGER client_record_is_final BEFORE UPDATE ON client_record BEGIN SELECT raise(ABORT, 'facts are final'); END;
CREATE TRIGGER client_record_stays BEFORE DELETE ON client_record BEGIN SELECT raise(ABORT, 'facts are final'); END;
