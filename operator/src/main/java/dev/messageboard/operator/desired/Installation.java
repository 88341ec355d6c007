package dev.messageboard.operator.desired;

import java.util.List;

/**
 * What is the same for all boards of an operator.
 *
 * @param trustedProxies address ranges, in CIDR form, whose word on a client's address is believed
 * @param namespace where the operator runs
 */
public record Installation(Images images, List<String> trustedProxies, String namespace) {}
