package dev.messageboard.operator.status;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** A version as Flyway writes it: numbers and dots. */
record SchemaVersion(List<BigInteger> parts) implements Comparable<SchemaVersion> {

  static SchemaVersion of(String text) {
    return new SchemaVersion(
        Arrays.stream(text.split("[._]"))
            .filter(part -> part.matches("[0-9]+"))
            .map(BigInteger::new)
            .toList());
  }

  @Override
  public int compareTo(SchemaVersion other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = part(i).compareTo(other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private BigInteger part(int index) {
    return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
  }
}
