package dev.messageboard.operator.desired;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** A quantity as the API server writes it: whole, with the largest unit that leaves it so. */
final class CanonicalQuantity {

  private static final List<String> DECIMAL =
      List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
  private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final BigDecimal NANO = BigDecimal.valueOf(1, 9);
  private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

  private CanonicalQuantity() {}

  static String of(Quantity quantity) {
    var amount = quantity.getNumericalAmount();
    var isBinary = quantity.toString().endsWith("i") && amount.abs().compareTo(KIBI) >= 0;
    return isBinary
        ? inUnits(amount.setScale(0, RoundingMode.UP), KIBI, BINARY)
        : inUnits(amount.divide(NANO, 0, RoundingMode.UP), BigDecimal.valueOf(1000), DECIMAL);
  }

  private static String inUnits(BigDecimal amount, BigDecimal step, List<String> units) {
    var rest = amount;
    int unit = 0;
    while (unit < units.size() - 1 && rest.remainder(step).signum() == 0) {
      rest = rest.divide(step, 0, RoundingMode.UNNECESSARY);
      unit++;
    }
    return rest.signum() == 0 ? "0" : rest.toPlainString() + units.get(unit);
  }
}
