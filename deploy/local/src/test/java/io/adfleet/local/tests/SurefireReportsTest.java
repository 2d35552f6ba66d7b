package io.adfleet.local.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireReportsTest {

  @TempDir Path root;

  @Test
  void sumsUpAllModules() throws Exception {
    write(
        "libs/a",
        "<testcase name='holds' classname='A'/><testcase name='x'"
            + " classname='A'><skipped/></testcase>");
    write(
        "services/b",
        "<testcase name='breaks' classname='B'><error/></testcase><testcase name='fails'"
            + " classname='B'><failure/></testcase>");
    TestReport report = new SurefireReports(root).since(FileTime.from(Instant.EPOCH));
    assertEquals("1 passed, 2 failed, 1 skipped", report.line());
    assertEquals(List.of("B.breaks", "B.fails"), report.broken());
  }

  @Test
  void leavesOutWhatAnEarlierRunLeft() throws Exception {
    write("libs/a", "<testcase name='holds' classname='A'/>");
    SurefireReports reports = new SurefireReports(root);
    assertEquals(0, reports.since(FileTime.from(Instant.MAX)).run());
    reports.clear();
    assertEquals(0, reports.since(FileTime.from(Instant.EPOCH)).run());
  }

  private void write(String module, String cases) throws Exception {
    Path folder = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
    Files.writeString(folder.resolve("TEST-it.xml"), "<testsuite>" + cases + "</testsuite>");
  }
}
