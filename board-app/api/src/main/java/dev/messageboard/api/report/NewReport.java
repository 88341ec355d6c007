package dev.messageboard.api.report;

/** Why a reader reports a message. */
public record NewReport(String reason) {}
