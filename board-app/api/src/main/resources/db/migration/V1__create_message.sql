-- IF NOT EXISTS: a process killed between this statement and its line in the history must not block the next start.
CREATE TABLE IF NOT EXISTS message (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  author     VARCHAR(64)   NOT NULL,
  body       VARCHAR(4000) NOT NULL,
  created_at DATETIME(6)   NOT NULL COMMENT 'UTC',
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
