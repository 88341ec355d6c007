-- See V3 for the look into the dictionary.
SET @step = IF((SELECT COUNT(*) FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND table_name = 'message' AND index_name = 'message_idempotency') > 0,
  'DO 0',
  'ALTER TABLE message
     ADD INDEX message_listed (listed, id),
     ADD INDEX message_thread (parent_id, listed, id),
     ADD INDEX message_state (state, id),
     ADD INDEX message_client (client_hash, created_at),
     ADD INDEX message_changed (changed_at, id),
     ADD UNIQUE INDEX message_idempotency (idempotency_key),
     ALGORITHM = INPLACE, LOCK = NONE');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
