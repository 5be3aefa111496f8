-- People read the number of an order from a bill; transactions have their index already.
CREATE INDEX payment_order_by_text ON payment_order ((id::text));
