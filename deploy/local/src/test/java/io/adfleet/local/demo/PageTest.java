package io.adfleet.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final URI ADDRESS = URI.create("http://127.0.0.1:8095/realms/adfleet/auth?x=1");

  @Test
  void readsAFormAsABrowserDoes() {
    Page page =
        new Page(
            ADDRESS,
            200,
            """
            <form id="f" onsubmit="login.disabled = true" action="/go?a=1&amp;b=2" method="post">
            <input name="username" value=""/><input type="hidden" name="state" value="a&amp;&quot;b">
            <input type="checkbox" name="rememberMe"> <input type="submit" name="login" value="Go">
            </form>
            """);
    Page.Form form = page.form();
    assertEquals(URI.create("http://127.0.0.1:8095/go?a=1&b=2"), form.action());
    assertEquals(Map.of("username", "", "state", "a&\"b"), form.fields());
    assertEquals("username=&state=a%26%22b", form.encoded());
  }

  @Test
  void seesNoFormOnAnErrorPage() {
    assertFalse(new Page(ADDRESS, 400, "<form action=\"/\"></form>").hasForm());
  }

  @Test
  void sendsSecureCookiesToThisMachineAndForgetsExpiredOnes() {
    CookieJar jar = new CookieJar();
    jar.keep(ADDRESS, List.of("a=1; Path=/realms/adfleet/; Secure; HttpOnly", "b=2; Path=/"));
    assertEquals("a=1; b=2", jar.header(ADDRESS));
    assertEquals("b=2", jar.header(URI.create("http://127.0.0.1:8080/")));
    assertEquals("", jar.header(URI.create("http://localhost/")));
    jar.keep(ADDRESS, List.of("b=; Path=/; Max-Age=0"));
    assertEquals("a=1", jar.header(ADDRESS));
  }

  @Test
  void readsQuotedCells() {
    assertEquals(
        List.of(List.of("a", "b \"c\", d"), List.of("", "e\nf")),
        Csv.rows("a,\"b \"\"c\"\", d\"\r\n,\"e\nf\"\r\n"));
  }
}
