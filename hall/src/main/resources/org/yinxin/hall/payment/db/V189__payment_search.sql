-- People read these numbers from bills and bank statements.
CREATE INDEX payment_order_by_text ON payment_order ((id::text));
CREATE INDEX payment_order_by_transaction ON payment_order (transaction) WHERE transaction IS NOT NULL;
