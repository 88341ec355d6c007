package dev.messageboard.operator.database.provision;

/** One attempt to bring a server to an order; it may block, but not for ever. */
@FunctionalInterface
interface Provision {

  Outcome attempt(ProvisionOrder order);
}
