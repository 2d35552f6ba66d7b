package io.adfleet.sandbox.page;

import io.adfleet.sandbox.web.Answer;
import io.adfleet.sandbox.web.HttpDoor;
import io.adfleet.sandbox.web.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /thumbnails/boots-video.svg}: pictures of ads, drawn from their own names. */
public final class Thumbnails {

  private static final Pattern PATH =
      Pattern.compile("/thumbnails/([a-z]{1,20})-([a-z]{1,20})\\.svg");
  private static final int HUES = 360;

  /** Adds the pictures to a server. */
  public void addTo(HttpDoor door) {
    door.onAll(PATH, Thumbnails::picture);
  }

  /** The address of a picture on this server. */
  public static String path(String subject, String type) {
    return "/thumbnails/" + subject.toLowerCase(Locale.ROOT) + "-" + type + ".svg";
  }

  private static Answer picture(Request request) {
    Matcher name = PATH.matcher(request.path());
    if (!name.matches()) {
      throw new IllegalStateException("Only such paths lead here");
    }
    String subject = name.group(1);
    int hue = Math.floorMod(subject.hashCode() * 47, HUES);
    String svg =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" role="img" aria-label="%s">
        <rect width="80" height="80" fill="hsl(%d 45%% 34%%)"/>
        <path d="M0 62 24 36l16 16 12-12 28 26v14H0Z" fill="hsl(%d 45%% 46%%)"/>
        <circle cx="60" cy="20" r="8" fill="hsl(45 90%% 70%%)"/>
        %s
        <text x="8" y="28" fill="#fff" font-family="system-ui, sans-serif" font-size="24" font-weight="700">%s</text>
        </svg>
        """
            .formatted(
                subject,
                hue,
                hue,
                name.group(2).equals("video")
                    ? "<path d=\"M32 42v24l20-12Z\" fill=\"#fff\" fill-opacity=\".9\"/>"
                    : "",
                subject.substring(0, 1).toUpperCase(Locale.ROOT));
    return Answer.of(200, "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8))
        .with("Cache-Control", "max-age=86400")
        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
  }
}
