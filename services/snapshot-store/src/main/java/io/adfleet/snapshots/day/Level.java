package io.adfleet.snapshots.day;

import java.util.Arrays;
import java.util.Optional;

/** The levels figures are kept at, with the number a row holds for each. */
public enum Level {
  CAMPAIGN(1, "campaign"),
  AD_GROUP(2, "ad_group"),
  AD(3, "ad"),
  ASSET_GROUP(4, "asset_group");

  private final short code;
  private final String word;

  Level(int code, String word) {
    this.code = (short) code;
    this.word = word;
  }

  public static Optional<Level> of(String word) {
    return Arrays.stream(values()).filter(level -> level.word.equals(word)).findFirst();
  }

  public static Level of(short code) {
    return Arrays.stream(values())
        .filter(level -> level.code == code)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no level " + code));
  }

  public short code() {
    return code;
  }

  public String word() {
    return word;
  }
}
