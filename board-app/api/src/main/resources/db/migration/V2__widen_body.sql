-- Room for `messageboard.max-message-length` up to 10000; a change of the dictionary only. Harmless when it runs twice.
ALTER TABLE message MODIFY body VARCHAR(10000) NOT NULL, ALGORITHM = INPLACE, LOCK = NONE;
