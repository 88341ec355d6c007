package dev.messageboard.api.message;

import java.util.List;

/**
 * One page, newest first. {@code next} leads to older messages and is null where there are none;
 * {@code prev} leads to newer ones, also to those that are yet to come.
 */
public record MessagePage(List<MessageView> items, String next, String prev) {}
