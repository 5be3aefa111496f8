CREATE TABLE secret_of_two (word text NOT NULL);
