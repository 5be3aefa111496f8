-- An account that was made only to ask for the change of another one's number is closed: nobody signs in to it, and its
-- number is free for the account that it asked for.
ALTER TABLE account ALTER COLUMN mobile DROP NOT NULL;
ALTER TABLE account ALTER COLUMN mobile_index DROP NOT NULL;
ALTER TABLE account ADD COLUMN closed_at timestamptz;
ALTER TABLE account ADD CONSTRAINT account_is_open_with_a_number
    CHECK ((closed_at IS NULL) = (mobile IS NOT NULL) AND (mobile IS NULL) = (mobile_index IS NULL));
