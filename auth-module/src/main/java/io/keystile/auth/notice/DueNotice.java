package io.keystile.auth.notice;

/**
 * A notice that may be due.
 *
 * @param kind what is told once for each key and occurrence
 * @param occurrence an end, a window, a last use
 * @param notice what is told
 */
record DueNotice(String kind, String occurrence, KeyNotice notice) {}
