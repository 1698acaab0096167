-- SPDX-License-Identifier: GPL-3.0-or-later
-- The audit log, line by line as it is exported (docs/security/audit-log.md); append only.
CREATE TABLE audit_line (
    position INTEGER PRIMARY KEY,
    line TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_line_is_final BEFORE UPDATE ON audit_line BEGIN SELECT raise(ABORT, 'the audit log is final'); END;
CREATE TRIGGER audit_line_stays BEFORE DELETE ON audit_line BEGIN SELECT raise(ABORT, 'the audit log is final'); END;
