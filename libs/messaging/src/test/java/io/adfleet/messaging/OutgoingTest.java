package io.adfleet.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.adfleet.contracts.FleetChanged;
import io.adfleet.contracts.Reading;
import io.adfleet.contracts.Slice;
import io.adfleet.contracts.SliceClosed;
import io.adfleet.contracts.Topic;
import io.adfleet.contracts.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutgoingTest {

  private static final UUID WORKSPACE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final UUID ACCOUNT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
  private static final UUID ENTITY = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8059");
  private static final Instant AT = Instant.parse("2026-11-22T09:45:00Z");
  private static final LocalDate DATE = LocalDate.parse("2026-11-22");
  private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void aReadingAndItsManifestShareKeyAndOrder() {
    Reading reading =
        new Reading(
            WORKSPACE,
            ACCOUNT,
            "google",
            Slice.PERFORMANCE,
            "campaign",
            ENTITY,
            "1",
            DATE,
            null,
            AT,
            1,
            "UTC",
            "EUR",
            1,
            2,
            3,
            4,
            5,
            null,
            null);
    SliceClosed closed =
        new SliceClosed(
            WORKSPACE,
            ACCOUNT,
            "google",
            Slice.PERFORMANCE,
            "campaign",
            DATE,
            1,
            AT,
            "UTC",
            "EUR",
            1,
            reading.figures(),
            null);
    Outgoing row = Outgoing.of(Topic.READINGS, reading, TRACE);
    Outgoing manifest = Outgoing.of(Topic.READINGS, closed, TRACE);
    assertEquals(row.key(), manifest.key());
    assertEquals(row.order(), manifest.order());
    assertEquals(WORKSPACE + "|" + ACCOUNT, row.order());
    assertEquals(Types.READING, row.type());
    assertEquals(Types.SLICE_CLOSED, manifest.type());
    assertEquals(TRACE, row.traceparent());
  }

  @Test
  void aHintStaysUnderAKilobyte() {
    Outgoing hint =
        Outgoing.of(
            Topic.FLEET_CHANGED,
            new FleetChanged(WORKSPACE, FleetChanged.FIGURES, List.of(ACCOUNT, ENTITY), AT),
            null);
    assertEquals(WORKSPACE + "|figures", hint.key());
    assertEquals(true, hint.value().length < 1024);
  }

  @Test
  void whatIsNoContractRecordIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Outgoing.of(Topic.READINGS, "a string", null));
  }

  @Test
  void workInsideATraceCarriesItAndNothingAfterwards() {
    assertEquals(TRACE, Trace.call(TRACE, Trace::current));
    assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", Trace.idOf(TRACE));
    assertNull(Trace.call("nonsense", Trace::current));
    assertNull(Trace.current());
  }
}
