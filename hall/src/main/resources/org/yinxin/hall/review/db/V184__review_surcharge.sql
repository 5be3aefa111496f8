-- What an approving officer sets besides the decision, where the plan asks for it.
ALTER TABLE review_round ADD COLUMN surcharge bigint CHECK (surcharge >= 0);
ALTER TABLE review_round ADD COLUMN elapsed_months integer CHECK (elapsed_months >= 0);
ALTER TABLE review_round ADD COLUMN elapsed_days integer CHECK (elapsed_days >= 0);
ALTER TABLE review_round ADD CHECK (num_nulls(surcharge, elapsed_months, elapsed_days) IN (0, 3));
ALTER TABLE review_round ADD CHECK (surcharge IS NULL OR decision = 'APPROVE');
