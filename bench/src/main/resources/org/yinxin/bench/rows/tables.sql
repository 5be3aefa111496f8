-- What the rows are made of: how a case can stand (kind), and the cases themselves. They vanish with the connection.

CREATE TEMPORARY TABLE kind (
    id integer PRIMARY KEY, plan text, version integer, business text, title_zh text, title_en text, single boolean,
    one_certificate boolean, authority text, filled boolean, handed_in boolean, ended boolean, minutes integer,
    steps integer, review text, submitted_minutes integer, review_minutes integer, working_days integer,
    installed boolean, installed_minutes integer, reason text, reason_zh text, reason_en text, reasons jsonb,
    item_reasons bytea, no_reasons bytea, note bytea);

CREATE TEMPORARY TABLE kind_gate (
    kind integer, gate text, state text, since integer, minutes integer, by text, evidence text, reopening text,
    reasoned boolean);

CREATE TEMPORARY TABLE kind_step (
    kind integer, position integer, gate text, was text, became text, minutes integer, by text, evidence text,
    reasoned boolean);

CREATE TEMPORARY TABLE kind_field (kind integer, name text, answer text, personal boolean);

CREATE TEMPORARY TABLE kind_payment (
    kind integer, gate text, settled boolean, placed integer, minutes integer, channels text[], unpaid_days integer);

CREATE TEMPORARY TABLE kind_delivery (
    kind integer, gate text, handed_over boolean, due integer, minutes integer, ways text[]);

CREATE TEMPORARY TABLE case_row (
    seq bigint, kind integer, number text, account uuid, holder text, code text, mobile bytea, document bytea,
    person bytea, code_digest bytea, mobile_digest bytea, document_digest bytea, place bytea, subject bytea,
    dossier bytea, message bytea, opened_at timestamptz, pair uuid, sign text, encrypt text, entry uuid,
    entry_name text, approval uuid, approval_name text, claimer uuid, claimer_name text);
