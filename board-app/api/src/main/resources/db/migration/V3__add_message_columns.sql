-- Every column has a default: the code of version 1 goes on inserting author, body and created_at.
-- MySQL has no ADD COLUMN IF NOT EXISTS, and a process killed between this statement and its line in the history must not
-- block the next start: hence the look into the dictionary. The ALTER itself is one atomic statement.
SET @step = IF((SELECT COUNT(*) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'message' AND column_name = 'listed') > 0,
  'DO 0',
  'ALTER TABLE message
     ADD COLUMN parent_id       BIGINT      NULL COMMENT ''the message it answers; null for a root'',
     ADD COLUMN state           TINYINT     NOT NULL DEFAULT 0 COMMENT ''0 visible, 1 pending, 2 hidden, 3 deleted'',
     ADD COLUMN listed          BOOLEAN     NOT NULL DEFAULT TRUE COMMENT ''visible, or a tombstone with replies'',
     ADD COLUMN pinned          BOOLEAN     NOT NULL DEFAULT FALSE,
     ADD COLUMN version         INT         NOT NULL DEFAULT 1 COMMENT ''grows with every change of the text or state'',
     ADD COLUMN activity        INT         NOT NULL DEFAULT 0 COMMENT ''grows with replies, reactions and pins'',
     ADD COLUMN reply_count     INT         NOT NULL DEFAULT 0,
     ADD COLUMN report_count    INT         NOT NULL DEFAULT 0,
     ADD COLUMN like_count      INT         NOT NULL DEFAULT 0,
     ADD COLUMN heart_count     INT         NOT NULL DEFAULT 0,
     ADD COLUMN laugh_count     INT         NOT NULL DEFAULT 0,
     ADD COLUMN surprised_count INT         NOT NULL DEFAULT 0,
     ADD COLUMN sad_count       INT         NOT NULL DEFAULT 0,
     ADD COLUMN thanks_count    INT         NOT NULL DEFAULT 0,
     ADD COLUMN edited_at       DATETIME(6) NULL COMMENT ''UTC'',
     ADD COLUMN changed_at      DATETIME(6) NULL COMMENT ''UTC; what the change stream follows'',
     ADD COLUMN deleted_at      DATETIME(6) NULL COMMENT ''UTC'',
     ADD COLUMN token_hash      BINARY(32)  NULL COMMENT ''SHA-256 of the edit token'',
     ADD COLUMN client_hash     BINARY(16)  NULL COMMENT ''keyed hash of the address, dropped after 7 days'',
     ADD COLUMN content_hash    BINARY(16)  NULL COMMENT ''of author, body and parent as first posted'',
     ADD COLUMN idempotency_key BINARY(16)  NULL,
     ALGORITHM = INSTANT');
PREPARE step FROM @step;
EXECUTE step;
DEALLOCATE PREPARE step;
