package io.adfleet.contracts;

/** The levels a platform is read at; also the kinds of entities. */
public final class Level {

  public static final String CAMPAIGN = "campaign";

  /** Google's ad group, Meta's ad set. */
  public static final String AD_GROUP = "ad_group";

  public static final String AD = "ad";
  public static final String ASSET_GROUP = "asset_group";

  /** The level of the structure report: one slice is the whole account. */
  public static final String ACCOUNT = "account";

  private Level() {}
}
