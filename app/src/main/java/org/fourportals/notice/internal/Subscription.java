package org.fourportals.notice.internal;

import java.net.URI;

/**
 * Where a browser takes messages.
 *
 * @param endpoint of its push service
 * @param key      its public key (65 bytes, base64url)
 * @param secret   its authentication secret (16 bytes, base64url)
 */
public record Subscription(URI endpoint, String key, String secret) {
}
