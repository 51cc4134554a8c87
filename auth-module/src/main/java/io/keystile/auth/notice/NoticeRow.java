package io.keystile.auth.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** A row of {@code keystile_notice}. */
@MappedEntity("keystile_notice")
record NoticeRow(@Id String keyId, String kind, String occurrence, long at) {}
