package io.adfleet.dashboard.query;

import io.adfleet.dashboard.ledger.CampaignSums;
import io.adfleet.dashboard.metric.Sums;
import io.adfleet.dashboard.range.DateRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads campaigns with their sums; row-level security picks the workspace. */
@ApplicationScoped
class QueryStore {

  private static final String CAMPAIGNS =
      CampaignSums.SUMMED
          + """
          select s.entity_id, e.name, a.platform, a.currency, s.spend, s.impressions, s.clicks,
                 s.conversions, s.conversion_value
            from summed s
            join account a using (account_id)
            join entity e using (entity_id)
           where (s.spend, s.impressions, s.clicks, s.conversions, s.conversion_value)
                 <> (0, 0, 0, 0, 0)
          """;

  Uni<List<CampaignFigures>> campaigns(SqlConnection connection, DateRange range, UUID[] accounts) {
    return connection
        .preparedQuery(CAMPAIGNS)
        .execute(Tuple.from(CampaignSums.parameters(range, accounts)))
        .map(QueryStore::campaigns);
  }

  private static List<CampaignFigures> campaigns(RowSet<Row> rows) {
    List<CampaignFigures> campaigns = new ArrayList<>(rows.size());
    for (Row row : rows) {
      campaigns.add(
          new CampaignFigures(
              row.getUUID(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              new Sums(
                  row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8))));
    }
    return campaigns;
  }
}
