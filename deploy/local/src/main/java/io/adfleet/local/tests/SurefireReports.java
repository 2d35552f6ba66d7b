package io.adfleet.local.tests;

import io.adfleet.local.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The reports that Surefire leaves in every module. */
final class SurefireReports {

  private final Path root;

  SurefireReports(Path root) {
    this.root = root;
  }

  /** Removes those of earlier runs, so that only this one is counted. */
  void clear() {
    for (Path report : all()) {
      try {
        Files.deleteIfExists(report);
      } catch (IOException e) {
        throw new Trouble(report + " cannot be deleted: " + e.getMessage() + ".", e);
      }
    }
  }

  /** All that were written since a moment. */
  TestReport since(FileTime begun) {
    TestReport sum = TestReport.NONE;
    for (Path report : all()) {
      try {
        if (Files.getLastModifiedTime(report).compareTo(begun) >= 0) {
          sum = sum.plus(read(report));
        }
      } catch (IOException | SAXException | ParserConfigurationException e) {
        throw new Trouble(report + " cannot be read: " + e.getMessage() + ".", e);
      }
    }
    return sum;
  }

  private List<Path> all() {
    List<Path> reports = new ArrayList<>();
    for (String group : List.of("libs", "services", "deploy")) {
      if (!Files.isDirectory(root.resolve(group))) {
        continue;
      }
      try (var modules = Files.newDirectoryStream(root.resolve(group))) {
        for (Path module : modules) {
          reports.addAll(reports(module.resolve("target/surefire-reports")));
        }
      } catch (IOException e) {
        throw new Trouble(root.resolve(group) + " cannot be read: " + e.getMessage() + ".", e);
      }
    }
    return reports;
  }

  private static List<Path> reports(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).toList();
    }
  }

  static TestReport read(Path report)
      throws IOException, SAXException, ParserConfigurationException {
    try (InputStream in = Files.newInputStream(report)) {
      NodeList cases =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagName("testcase");
      int skipped = 0;
      List<String> broken = new ArrayList<>();
      for (int i = 0; i < cases.getLength(); i++) {
        Element one = (Element) cases.item(i);
        if (has(one, "failure") || has(one, "error")) {
          broken.add(one.getAttribute("classname") + "." + one.getAttribute("name"));
        } else if (has(one, "skipped")) {
          skipped++;
        }
      }
      return new TestReport(cases.getLength(), skipped, broken);
    }
  }

  private static boolean has(Element test, String child) {
    for (Node node = test.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(child)) {
        return true;
      }
    }
    return false;
  }
}
