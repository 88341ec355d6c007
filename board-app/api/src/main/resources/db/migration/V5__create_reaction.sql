CREATE TABLE IF NOT EXISTS reaction (
  message_id  BIGINT      NOT NULL,
  client_hash BINARY(16)  NOT NULL,
  name        TINYINT     NOT NULL,
  created_at  DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (message_id, client_hash, name),
  INDEX reaction_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
