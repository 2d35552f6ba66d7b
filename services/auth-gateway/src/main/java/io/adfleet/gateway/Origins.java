package io.adfleet.gateway;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule of which site a request comes from. */
public record Origins(String own, List<String> others) {

  public Origins(URI publicUrl, List<String> others) {
    this(publicUrl.getScheme() + "://" + publicUrl.getRawAuthority(), others);
  }

  /** Whether what the browser says of the sender, if it says anything, is our own page. */
  public boolean ours(@Nullable String origin, @Nullable String fetchSite) {
    return (origin == null || origin.equals(own))
        && (fetchSite == null || fetchSite.equals("same-origin"));
  }

  /** Whether scripts of that origin may read our answers. */
  public boolean welcome(String origin) {
    return others.contains(origin);
  }
}
