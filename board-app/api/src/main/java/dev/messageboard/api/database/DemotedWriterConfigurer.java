package dev.messageboard.api.database;

import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.MySQLExceptionSorter;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import io.quarkus.datasource.common.runtime.DatabaseKind;
import io.quarkus.jdbc.mysql.runtime.MySQLAgroalConnectionConfigurer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.sql.SQLException;

/**
 * Drops pooled connections that broke within a batch, and those to a server that became read-only:
 * the driver's sorter keeps both.
 */
@Unremovable // nothing injects it: Agroal looks it up
@ApplicationScoped
@Alternative
@Priority(1)
@JdbcDriver(DatabaseKind.MYSQL)
public class DemotedWriterConfigurer extends MySQLAgroalConnectionConfigurer {

  @Override
  public void setExceptionSorter(
      String databaseKind, AgroalDataSourceConfigurationSupplier configuration) {
    configuration.connectionPoolConfiguration().exceptionSorter(new Sorter());
  }

  private static final class Sorter extends MySQLExceptionSorter {

    @Override
    public boolean isFatal(SQLException failure) {
      return MySqlErrors.spoilsTheConnection(failure) || super.isFatal(failure);
    }
  }
}
