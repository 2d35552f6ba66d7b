package io.adfleet.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record as it was heard.
 *
 * @param id the event's id; consumers that add remember it in the inbox
 */
public record Heard<T>(
    T body,
    String type,
    @Nullable UUID id,
    @Nullable String traceparent,
    String topic,
    int partition,
    long offset) {}
