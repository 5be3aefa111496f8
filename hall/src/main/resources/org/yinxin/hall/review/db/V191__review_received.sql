-- Who of the staff took a case in at the counter. Whoever did does not decide it.
CREATE TABLE review_received (
    number  text NOT NULL,
    officer uuid NOT NULL,
    PRIMARY KEY (number, officer)
);
