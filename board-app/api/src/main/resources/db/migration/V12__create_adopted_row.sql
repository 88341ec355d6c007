CREATE TABLE IF NOT EXISTS adopted_row (
  source     VARCHAR(129) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL COMMENT 'which old table, as database.table',
  row_id     VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin NOT NULL COMMENT 'its primary key',
  message_id BIGINT       NOT NULL COMMENT 'stays when the message goes, so that it does not come back',
  PRIMARY KEY (source, row_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
