package io.adfleet.defaults;

/** What is wrong with one field of a request and what to do about it. */
public record FieldError(String field, String reason, String remedy) {}
