CREATE TABLE IF NOT EXISTS report (
  message_id  BIGINT       NOT NULL,
  client_hash BINARY(16)   NOT NULL,
  reason      VARCHAR(500) NOT NULL,
  created_at  DATETIME(6)  NOT NULL COMMENT 'UTC',
  PRIMARY KEY (message_id, client_hash),
  INDEX report_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
