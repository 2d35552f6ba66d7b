package io.adfleet.contracts;

/**
 * How often one type of action was done after an ad, as the platform credits it. Types overlap: the
 * wider ones hold the narrower, so they are kept beside the figures and never summed.
 *
 * @param type the platform's own word: {@code omni_purchase}
 * @param setting by which attribution it is credited, in the platform's words: {@code
 *     7d_click_1d_view}
 * @param count millionths
 * @param value micros of the account's currency; 0 where the type has no worth
 */
public record ActionCount(String type, String setting, long count, long value) {}
