CREATE TABLE IF NOT EXISTS housekeeping (
  task     VARCHAR(32) NOT NULL,
  position BIGINT      NOT NULL COMMENT 'the newest message id that the task is done with',
  PRIMARY KEY (task)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
