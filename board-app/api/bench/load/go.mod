module messageboard.dev/bench/load

go 1.23
