package io.adfleet.sandbox.world;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV file of a world: known columns in any order, everything else refused. */
final class CsvFile {

  private final Path path;
  private final Set<String> columns;
  private final Set<String> required;

  CsvFile(Path path, List<String> required, List<String> optional) {
    this.path = path;
    this.required = Set.copyOf(required);
    Set<String> all = new HashSet<>(required);
    all.addAll(optional);
    this.columns = Set.copyOf(all);
  }

  /** Reads every line after the header. */
  void read(Consumer<Line> reader) {
    long line = 1;
    try (Reader text = text();
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      if (!records.hasNext()) {
        throw WorldException.at(name(), 1, "the header is missing");
      }
      CsvRecord first = records.next();
      Map<String, Integer> header = header(first);
      while (records.hasNext()) {
        CsvRecord row = records.next();
        line = row.getStartingLineNumber();
        if (row.getFieldCount() != first.getFieldCount()) {
          throw WorldException.at(
              name(),
              line,
              "has "
                  + row.getFieldCount()
                  + " cells where the header has "
                  + first.getFieldCount());
        }
        reader.accept(new Line(header, row));
      }
    } catch (IOException | UncheckedIOException e) {
      throw WorldException.at(name(), line, "or one after it cannot be read as UTF-8 text");
    } catch (CsvParseException e) {
      throw WorldException.at(name(), line, "or the one after it is not CSV: " + cause(e));
    }
  }

  private static String cause(CsvParseException e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage());
  }

  private Reader text() throws IOException {
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private Map<String, Integer> header(CsvRecord first) {
    Map<String, Integer> header = new HashMap<>();
    for (int i = 0; i < first.getFieldCount(); i++) {
      String column = first.getField(i).strip();
      if (!columns.contains(column)) {
        throw WorldException.at(name(), 1, column, "no such column is known");
      }
      if (header.put(column, i) != null) {
        throw WorldException.at(name(), 1, column, "the column is there twice");
      }
    }
    for (String column : required) {
      if (!header.containsKey(column)) {
        throw WorldException.at(name(), 1, column, "the column is missing");
      }
    }
    return header;
  }

  private String name() {
    return path.getFileName().toString();
  }

  /** A line of the file. */
  final class Line extends Cells {
    private final Map<String, Integer> header;
    private final CsvRecord row;

    private Line(Map<String, Integer> header, CsvRecord row) {
      this.header = header;
      this.row = row;
    }

    @Override
    protected @Nullable String cell(String column) {
      Integer index = header.get(column);
      String value = index == null ? "" : row.getField(index);
      return value.isEmpty() ? null : value;
    }

    @Override
    protected RuntimeException refuse(String column, String reason) {
      return WorldException.at(name(), row.getStartingLineNumber(), column, reason);
    }
  }
}
