package io.adfleet.ingest.wanted;

/** Said inside this instance when slices were added, so that idle workers wake. */
public record WorkWaiting() {}
