package io.adfleet.local.verify;

import java.time.LocalDate;
import java.util.Comparator;

/** A campaign on one of its account's dates, by the platform's own ids. */
record CampaignDay(String account, String campaign, LocalDate date)
    implements Comparable<CampaignDay> {

  private static final Comparator<CampaignDay> ORDER =
      Comparator.comparing(CampaignDay::date)
          .reversed()
          .thenComparing(CampaignDay::account)
          .thenComparing(CampaignDay::campaign);

  @Override
  public int compareTo(CampaignDay other) {
    return ORDER.compare(this, other);
  }
}
