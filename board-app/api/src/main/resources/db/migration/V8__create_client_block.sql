CREATE TABLE IF NOT EXISTS client_block (
  client_hash BINARY(16)   NOT NULL,
  reason      VARCHAR(500) NOT NULL DEFAULT '',
  created_at  DATETIME(6)  NOT NULL COMMENT 'UTC',
  expires_at  DATETIME(6)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (client_hash),
  INDEX client_block_expires (expires_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
