package io.adfleet.sandbox.web;

/** What is wrong with one field of a request, and what would be right. */
public record FieldError(String field, String reason, String remedy) {}
