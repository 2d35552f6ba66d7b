package io.adfleet.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the catalog: every tenant table is guarded, and the others are known by name. */
public final class RowSecurity {

  private static final String FAULTS =
      """
      select c.relname,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid
                 and a.attname = 'workspace_id' and not a.attisdropped) as tenant,
        c.relrowsecurity and c.relforcerowsecurity as forced,
        (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not c.relispartition and c.relname <> 'flyway_schema_history'
      order by 1
      """;

  private RowSecurity() {}

  /** Fails with every table that is neither guarded nor in the list of tables without a tenant. */
  public static void assertEveryTenantTableIsForced(Set<String> withoutTenant) {
    List<String> faults = new ArrayList<>();
    int tables = 0;
    try (Connection connection = RealParts.current().connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(FAULTS)) {
      while (rows.next()) {
        tables++;
        String table = rows.getString("relname");
        boolean tenant = rows.getBoolean("tenant");
        if (tenant && !rows.getBoolean("forced")) {
          faults.add(table + " does not force row-level security");
        } else if (tenant && rows.getInt("policies") < 2) {
          faults.add(table + " lacks a policy for the app or the feed role");
        } else if (!tenant && !withoutTenant.contains(table)) {
          faults.add(table + " has no workspace_id and is not listed as such");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (tables == 0) {
      faults.add("there are no tables");
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
  }
}
