package io.adfleet.local.verify;

/**
 * Where the fleet says something else than the platform.
 *
 * @param truth what the platform says
 * @param answer what the public API says
 * @param topic what the daily topic says
 * @param note what is known about the cause; empty when nothing
 */
record Difference(
    CampaignDay day, Measure measure, String truth, String answer, String topic, String note) {

  String line() {
    return "%s  account %s  campaign %s  %s: platform %s, API %s, topic %s%s"
        .formatted(
            day.date(),
            day.account(),
            day.campaign(),
            measure.word(),
            truth,
            answer,
            topic,
            note.isEmpty() ? "" : " (" + note + ")");
  }
}
