package io.adfleet.local.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL as its superuser sees it, whoever started it.
 *
 * @param address host and port
 * @param password of the superuser; null: nobody is asked for one (tests)
 */
public record DatabaseServer(String address, @Nullable String password) {

  /** The address of one of its databases. */
  public String url(String database) {
    return "jdbc:postgresql://" + address + "/" + database;
  }

  /** A connection of the superuser. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", Postgres.SUPERUSER);
    properties.setProperty("password", password == null ? "" : password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(url(database), properties);
  }
}
