CREATE TABLE secret_of_one (word text NOT NULL);
