CREATE TABLE IF NOT EXISTS flood_window (
  client_hash  BINARY(16)  NOT NULL,
  action       TINYINT     NOT NULL COMMENT '0 posts, 1 everything else',
  minute_start DATETIME(6) NOT NULL COMMENT 'UTC',
  in_minute    INT         NOT NULL,
  hour_start   DATETIME(6) NOT NULL COMMENT 'UTC',
  in_hour      INT         NOT NULL,
  PRIMARY KEY (client_hash, action),
  INDEX flood_window_hour (hour_start)
) ENGINE = InnoDB DEFAULT CHARACTER SET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;
