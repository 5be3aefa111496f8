-- What the use cases of the hall would have written about the cases in case_row. Each statement is one table.

INSERT INTO application (number, account, plan, plan_version, business, opened_at, changed_at, ended_at, single, holder,
                         holder_index, holder_claimed, claimed_until, submitted_subject, payment_order, issuance_order,
                         certificates, version, identified)
SELECT c.number, c.account, k.plan, k.version, k.business, c.opened_at, c.opened_at + make_interval(mins => k.minutes),
       CASE WHEN k.ended THEN c.opened_at + make_interval(mins => k.minutes) END, k.single AND NOT k.ended,
       CASE WHEN k.handed_in THEN c.holder END,
       CASE WHEN k.handed_in AND k.one_certificate THEN c.place END,
       k.handed_in AND k.one_certificate AND coalesce(k.review, '') <> 'REFUSED',
       CASE WHEN k.installed THEN c.opened_at + make_interval(mins => k.minutes, years => 1) END,
       CASE WHEN k.handed_in THEN c.subject END,
       (SELECT md5(c.number || p.gate)::uuid FROM kind_payment p WHERE p.kind = k.id ORDER BY p.minutes LIMIT 1),
       CASE WHEN k.installed THEN c.pair END,
       CASE WHEN k.installed THEN ARRAY[c.sign, c.encrypt] ELSE '{}' END, k.steps, true
  FROM case_row c JOIN kind k ON k.id = c.kind ORDER BY c.seq;

INSERT INTO application_gate (number, plan, gate, state, since, at, by, evidence, reopening, returned_at, returned_by, reasons)
SELECT c.number, k.plan, g.gate, g.state, c.opened_at + make_interval(mins => g.since),
       c.opened_at + make_interval(mins => g.minutes),
       CASE g.by WHEN 'S' THEN 'account:' || c.account WHEN 'O' THEN 'operator:' || c.approval END,
       g.evidence, g.reopening,
       CASE WHEN g.reopening = 'RETURNED' THEN c.opened_at + make_interval(mins => g.minutes) END,
       CASE WHEN g.reopening = 'RETURNED' THEN 'operator:' || c.approval END,
       CASE WHEN g.reasoned THEN k.item_reasons END
  FROM case_row c JOIN kind k ON k.id = c.kind JOIN kind_gate g ON g.kind = c.kind ORDER BY c.seq;

INSERT INTO application_gate_history (number, position, gate, was, became, at, by, evidence, reasons)
SELECT c.number, s.position, s.gate, s.was, s.became, c.opened_at + make_interval(mins => s.minutes),
       CASE s.by WHEN 'S' THEN 'account:' || c.account ELSE 'operator:' || c.approval END, s.evidence,
       CASE WHEN s.reasoned THEN k.item_reasons END
  FROM case_row c JOIN kind k ON k.id = c.kind JOIN kind_step s ON s.kind = c.kind ORDER BY c.seq;

INSERT INTO application_field (number, name, plain, sealed, saved_at)
SELECT c.number, f.name,
       CASE WHEN NOT f.personal THEN CASE f.answer WHEN 'CODE' THEN c.code WHEN 'NAME' THEN c.holder END END,
       CASE WHEN f.personal THEN CASE f.answer WHEN 'MOBILE' THEN c.mobile WHEN 'DOCUMENT' THEN c.document
                                               WHEN 'PERSON' THEN c.person END END,
       c.opened_at
  FROM case_row c JOIN kind k ON k.id = c.kind JOIN kind_field f ON f.kind = c.kind WHERE k.filled ORDER BY c.seq;

INSERT INTO application_identifier (digest, number, kind)
SELECT DISTINCT i.digest, c.number, i.kind
  FROM case_row c JOIN kind k ON k.id = c.kind JOIN kind_field f ON f.kind = c.kind,
       LATERAL (VALUES ('CODE', c.code_digest, 'CREDIT_CODE'), ('MOBILE', c.mobile_digest, 'MOBILE'),
                       ('DOCUMENT', c.document_digest, 'DOCUMENT_NUMBER')) AS i (answer, digest, kind)
 WHERE k.filled AND i.answer = f.answer;

INSERT INTO application_deadline (number, due_at)
SELECT c.number, CASE WHEN k.ended OR k.handed_in THEN NULL ELSE :now::timestamptz + interval '20 days' END
  FROM case_row c JOIN kind k ON k.id = c.kind ORDER BY c.seq;

INSERT INTO review_case (number, subscriber, business_zh, business_en, plan, opened_at, submitted_at, round, warnings,
                         warn_at, due_at, state, since, officer, officer_name, claimed_by, claimed_name, claimed_until)
SELECT c.number, c.holder, k.title_zh, k.title_en, k.plan, at.submitted, at.submitted, 1, c.seq % 3,
       at.submitted + interval '1 day' * k.working_days * 3 / 4, at.submitted + interval '1 day' * k.working_days,
       k.review, c.opened_at + make_interval(mins => k.review_minutes),
       CASE k.review WHEN 'WAITING' THEN NULL WHEN 'ENTERED' THEN c.entry ELSE c.approval END,
       CASE k.review WHEN 'WAITING' THEN NULL WHEN 'ENTERED' THEN c.entry_name ELSE c.approval_name END,
       c.claimer, c.claimer_name, CASE WHEN c.claimer IS NOT NULL THEN :now::timestamptz + interval '8 hours' END
  FROM case_row c JOIN kind k ON k.id = c.kind,
       LATERAL (SELECT c.opened_at + make_interval(mins => k.submitted_minutes) AS submitted) AS at
 WHERE k.review IS NOT NULL ORDER BY c.seq;

INSERT INTO review_round (number, round, submitted_at, dossier, changed, reasons, entered_by, entered_by_name, entered_at,
                          verdicts, note, decided_by, decided_by_name, decided_at, decision, decision_reasons)
SELECT c.number, 1, c.opened_at + make_interval(mins => k.submitted_minutes), c.dossier, '{}', k.reasons,
       e.entry, e.name, e.at, e.verdicts, e.note, d.approval, d.name, d.at, d.decision, d.reasons
  FROM case_row c JOIN kind k ON k.id = c.kind
  LEFT JOIN LATERAL (SELECT c.entry, c.entry_name AS name, '{}'::jsonb AS verdicts, k.note,
                            c.opened_at + make_interval(mins => k.submitted_minutes + 30) AS at
                      WHERE k.review <> 'WAITING') AS e ON true
  LEFT JOIN LATERAL (SELECT c.approval, c.approval_name AS name,
                            c.opened_at + make_interval(mins => k.review_minutes) AS at,
                            CASE k.review WHEN 'APPROVED' THEN 'APPROVE' WHEN 'RETURNED' THEN 'RETURN' ELSE 'REFUSE' END
                                AS decision,
                            CASE k.review WHEN 'APPROVED' THEN k.no_reasons ELSE k.item_reasons END AS reasons
                      WHERE k.review IN ('APPROVED', 'RETURNED', 'REFUSED')) AS d ON true
 WHERE k.review IS NOT NULL ORDER BY c.seq;

INSERT INTO review_refusal (reason, number, refused_at)
SELECT k.reason, c.number, c.opened_at + make_interval(mins => k.review_minutes) FROM case_row c JOIN kind k ON k.id = c.kind WHERE k.review = 'REFUSED';

INSERT INTO review_refusal_tally (day, plan, reason, words_zh, words_en, cases)
SELECT ((c.opened_at + make_interval(mins => k.review_minutes)) AT TIME ZONE 'Asia/Shanghai')::date, k.plan, k.reason,
       k.reason_zh, k.reason_en, count(*)
  FROM case_row c JOIN kind k ON k.id = c.kind WHERE k.review = 'REFUSED' GROUP BY 1, 2, 3, 4, 5;

INSERT INTO payment_order (id, case_number, gate, payer, title_zh, title_en, channels, amount, placed_at, state,
                           settled_at, channel, transaction, unpaid_days, overdue_at)
SELECT md5(c.number || p.gate)::uuid, c.number, p.gate, c.account, k.title_zh, k.title_en, p.channels, 28000,
       c.opened_at + make_interval(mins => p.placed), CASE WHEN p.settled THEN 'SETTLED' ELSE 'UNPAID' END,
       CASE WHEN p.settled THEN c.opened_at + make_interval(mins => p.minutes) END,
       CASE WHEN p.settled THEN p.channels[1] END,
       CASE WHEN p.settled THEN '42' || translate(left(md5('t' || c.number || p.gate), 26), 'abcdef', '012345') END,
       p.unpaid_days, CASE WHEN p.unpaid_days IS NOT NULL THEN :now::timestamptz + interval '30 days' END
  FROM case_row c JOIN kind k ON k.id = c.kind JOIN kind_payment p ON p.kind = c.kind ORDER BY c.seq;

INSERT INTO payment_line (order_id, position, label_zh, label_en, amount)
SELECT md5(c.number || p.gate)::uuid, 1, '证书服务费', 'Certificate', 28000
  FROM case_row c JOIN kind_payment p ON p.kind = c.kind ORDER BY c.seq;

INSERT INTO payment_attempt (number, order_id, channel, amount, description, started_at, expires_at, state, code_url, check_at)
SELECT md5('a' || c.number || p.gate), md5(c.number || p.gate)::uuid, p.channels[1], 28000, k.title_zh,
       c.opened_at + make_interval(mins => p.placed), c.opened_at + make_interval(mins => p.placed + 120),
       'SETTLED', 'weixin://wxpay/bizpayurl?pr=' || left(md5(c.number), 9), c.opened_at + make_interval(mins => p.minutes)
  FROM case_row c JOIN kind k ON k.id = c.kind JOIN kind_payment p ON p.kind = c.kind WHERE p.settled ORDER BY c.seq;

INSERT INTO payment_voucher (id, order_id, paper, remark, handed_in_at, state)
SELECT md5('v' || c.number || p.gate)::uuid, md5(c.number || p.gate)::uuid, :paper, k.note,
       c.opened_at + make_interval(mins => p.placed + 60), 'WAITING'
  FROM case_row c JOIN kind k ON k.id = c.kind JOIN kind_payment p ON p.kind = c.kind
 WHERE NOT p.settled AND 'transfer' = ANY (p.channels) AND c.seq % :voucherStep = 0;

INSERT INTO payment_concern (id, order_id, kind, channel, transaction, amount, currency, paid_at, raised_at)
SELECT md5('c' || c.number || p.gate)::uuid, md5(c.number || p.gate)::uuid, 'PAID_TWICE', p.channels[1],
       '43' || translate(left(md5('c' || c.number || p.gate), 26), 'abcdef', '012345'), 28000, 'CNY', :now, :now
  FROM case_row c JOIN kind_payment p ON p.kind = c.kind WHERE p.settled AND c.seq % :moneyStep = 0;

INSERT INTO payment_refund (id, order_id, channel, transaction, amount, reason, intended_at, number, state, check_at)
SELECT md5('r' || c.number || p.gate)::uuid, md5(c.number || p.gate)::uuid, p.channels[1],
       '44' || translate(left(md5('r' || c.number || p.gate), 26), 'abcdef', '012345'), 28000, 'PAID_TWICE', :now,
       md5('n' || c.number || p.gate), 'BY_HAND', :now
  FROM case_row c JOIN kind_payment p ON p.kind = c.kind WHERE p.settled AND c.seq % :moneyStep = 1;

INSERT INTO issuance (id, case_number, holder, authority, kind, country, organisation, common_name, organisation_code,
                      years, not_before, not_after, request, state, intended_at, issued_at, installed_at, chain, envelope,
                      to_sign, encrypted, decrypted_sm3)
SELECT c.pair, c.number, c.account, k.authority, 'ORGANISATION', 'CN', c.holder, c.holder, c.code, 1, at.issued,
       at.issued + interval '1 year', '\x00', 'INSTALLED', at.issued, at.issued, at.issued, ARRAY['\x00'::bytea], '\x00',
       '\x00', '\x00', '\x00'
  FROM case_row c JOIN kind k ON k.id = c.kind,
       LATERAL (SELECT c.opened_at + make_interval(mins => k.installed_minutes) AS issued) AS at
 WHERE k.installed ORDER BY c.seq;

INSERT INTO certificate (serial, authority, use, pair, case_number, holder, organisation, common_name, organisation_code,
                         not_before, not_after, der, issued_at, installed_at)
SELECT u.serial, k.authority, u.use, c.pair, c.number, c.account, c.holder, c.holder, c.code, at.issued,
       at.issued + interval '1 year', :der, at.issued, at.issued
  FROM case_row c JOIN kind k ON k.id = c.kind,
       LATERAL (SELECT c.opened_at + make_interval(mins => k.installed_minutes) AS issued) AS at,
       LATERAL (VALUES (c.sign, 'SIGN'), (c.encrypt, 'ENCRYPT')) AS u (serial, use)
 WHERE k.installed ORDER BY c.seq;

INSERT INTO delivery (case_number, gate, state, ways, wanted, due_at, way, handed_over_at, handed_over_by)
SELECT c.number, d.gate, CASE WHEN d.handed_over THEN 'HANDED_OVER' ELSE 'DUE' END, d.ways, d.ways[1],
       c.opened_at + make_interval(mins => d.due), CASE WHEN d.handed_over THEN 'PICKUP' END,
       CASE WHEN d.handed_over THEN c.opened_at + make_interval(mins => d.minutes) END,
       CASE WHEN d.handed_over THEN 'operator:' || c.approval END
  FROM case_row c JOIN kind_delivery d ON d.kind = c.kind ORDER BY c.seq;

INSERT INTO subscriber_organisation (id, credit_code, name, kind, registered_at, changed_at)
SELECT md5('o' || c.code)::uuid, c.code, c.holder, 'ENTERPRISE', c.opened_at, c.opened_at
  FROM case_row c JOIN kind k ON k.id = c.kind WHERE k.review = 'APPROVED' ORDER BY c.seq;

INSERT INTO notification_inbox (id, account, template, arguments, link, created_at, read_at)
SELECT md5('m' || c.number)::uuid, c.account, 'application.inbox.' || CASE k.review WHEN 'APPROVED' THEN 'pay'
           WHEN 'RETURNED' THEN 'returned' ELSE 'refused' END,
       c.message, '/applications/' || c.number, c.opened_at + make_interval(mins => k.review_minutes),
       CASE WHEN c.seq % 4 > 0 THEN c.opened_at + make_interval(mins => k.review_minutes + 60) END
  FROM case_row c JOIN kind k ON k.id = c.kind
 WHERE k.review IN ('APPROVED', 'RETURNED', 'REFUSED') ORDER BY c.seq;

INSERT INTO journal (at, actor, action, subject, details)
SELECT c.opened_at, 'account:' || c.account, 'application.opened', 'application:' || c.number,
       jsonb_build_object('plan', k.plan, 'business', k.business)
  FROM case_row c JOIN kind k ON k.id = c.kind ORDER BY c.seq;
