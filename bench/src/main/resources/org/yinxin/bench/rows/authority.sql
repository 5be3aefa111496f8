-- What the authority would have written about the pairs in pair_row.

INSERT INTO pair_order (id, authority, state, attempts, content, changed_at)
SELECT pair, authority, 'ISSUED', 1, sha256(pair::text::bytea), at FROM pair_row ORDER BY seq;

INSERT INTO issuance_intent (id, order_id, attempt, profile, state, created_at, closed_at)
SELECT pair, pair, 1, 'generated', 'ISSUED', at, at FROM pair_row ORDER BY seq;

INSERT INTO intended_certificate (authority, serial, intent, use, tbs, key_sm3)
SELECT p.authority, u.serial, p.pair, u.use, '\x00', sha256(u.serial)
  FROM pair_row p, LATERAL (VALUES (p.sign, 'SIGNING'), (p.encrypt, 'ENCRYPTION')) AS u (serial, use) ORDER BY p.seq;

INSERT INTO certificate_status (authority, serial, state, revoked_at, reason)
SELECT p.authority, u.serial, CASE WHEN p.revoked THEN 'REVOKED' ELSE 'GOOD' END,
       CASE WHEN p.revoked THEN p.at + interval '1 hour' END, CASE WHEN p.revoked THEN 5 END
  FROM pair_row p, LATERAL (VALUES (p.sign), (p.encrypt)) AS u (serial) ORDER BY p.seq;
