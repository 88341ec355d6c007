package dev.messageboard.api.flood;

/** How many actions a client has in a minute and in an hour. */
public record Limits(int perMinute, int perHour) {}
