package org.fourportals.notice;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.fourportals.base.Subject;
import org.fourportals.base.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one person was told 通知; it lies in her inbox whatever other way it went.
 *
 * @param readAt when she opened it; null so long as she has not
 */
public record Notice(UUID id, Subject recipient, NoticeKind kind, Map<String, Text> words, String path, Instant at, @Nullable Instant readAt) {
}
