package io.adfleet.defaults;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the database says of the roles a service logs in with. */
@ApplicationScoped
public class RoleStore {

  private static final String RIGHTS =
      """
      select current_user::text as name, r.rolsuper, r.rolbypassrls, r.rolcreaterole,
        has_schema_privilege(current_user, current_schema(), 'CREATE') as ddl,
        (select count(*) from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
            and pg_has_role(current_user, c.relowner, 'MEMBER')) as owned,
        (select count(*) from pg_roles b
          where (b.rolbypassrls or b.rolsuper)
            and pg_has_role(current_user, b.oid, 'MEMBER')) as bypassing,
        (select coalesce(array_agg(c.relname::text order by 1), '{}') from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
            and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity))
          as unforced,
        (select count(*) from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
            and not c.relispartition) as tables,
        (select count(*) from pg_class c
          where c.relnamespace = current_schema()::regnamespace and c.relispartition
            and c.relkind = 'r'
            and has_table_privilege(current_user, c.oid, 'select,insert,update,delete'))
          as partitions
      from pg_roles r where r.rolname = current_user
      """;

  private static final String NAME = "select current_user::text";
  private static final String BECOMES = "select pg_has_role(current_user, $1, 'MEMBER')";

  /**
   * The reasons to refuse to work with these roles; empty if each is fit and neither may become the
   * other.
   *
   * @param withoutTenant the tables that need no row-level security
   */
  public List<String> faults(Pool app, Pool feed, Set<String> withoutTenant) {
    List<String> faults = new ArrayList<>();
    for (Pool pool : List.of(app, feed)) {
      faults.addAll(alone(pool, withoutTenant));
    }
    faults.addAll(together(app, feed));
    return faults;
  }

  private static List<String> together(Pool app, Pool feed) {
    String appName = name(app);
    String feedName = name(feed);
    if (appName.equals(feedName)) {
      return List.of(appName + ": it answers people and serves consumers as well");
    }
    List<String> faults = new ArrayList<>();
    becoming(app, feedName).ifPresent(faults::add);
    becoming(feed, appName).ifPresent(faults::add);
    return faults;
  }

  private static List<String> alone(Pool pool, Set<String> withoutTenant) {
    Row row = pool.query(RIGHTS).executeAndAwait().iterator().next();
    List<String> faults = new ArrayList<>();
    if (row.getBoolean("rolsuper")) {
      faults.add("it is a superuser");
    }
    if (row.getBoolean("rolbypassrls")) {
      faults.add("it bypasses row-level security");
    }
    if (row.getBoolean("rolcreaterole")) {
      faults.add("it may create roles");
    }
    if (row.getBoolean("ddl")) {
      faults.add("it may create tables");
    }
    if (row.getLong("owned") > 0) {
      faults.add("it owns tables or may become their owner");
    }
    if (row.getLong("bypassing") > 0) {
      faults.add("it may become a role that bypasses row-level security");
    }
    if (row.getLong("partitions") > 0) {
      faults.add("it has rights on single partitions");
    }
    if (row.getLong("tables") == 0) {
      faults.add("it sees no tables, so the migrations have not run");
    }
    List<String> unforced = new ArrayList<>(List.of(row.getArrayOfStrings("unforced")));
    unforced.removeAll(withoutTenant);
    unforced.remove("flyway_schema_history");
    if (!unforced.isEmpty()) {
      faults.add("row-level security is not forced on " + String.join(", ", unforced));
    }
    return faults.stream().map(f -> row.getString("name") + ": " + f).toList();
  }

  private static Optional<String> becoming(Pool pool, String other) {
    Tuple role = Tuple.of(other);
    boolean may = pool.preparedQuery(BECOMES).executeAndAwait(role).iterator().next().getBoolean(0);
    return may ? Optional.of(name(pool) + ": it may become " + other) : Optional.empty();
  }

  private static String name(Pool pool) {
    return pool.query(NAME).executeAndAwait().iterator().next().getString(0);
  }
}
