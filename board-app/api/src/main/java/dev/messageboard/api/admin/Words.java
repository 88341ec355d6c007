package dev.messageboard.api.admin;

import java.util.List;

/** Words that send a message to the moderators. */
public record Words(List<String> words) {}
