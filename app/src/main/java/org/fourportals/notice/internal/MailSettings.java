package org.fourportals.notice.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The city's mail server.
 *
 * @param server {@code HOST:PORT}, port 587 if not said; blank if no mail is sent
 * @param from   the sender's address
 * @param tls    {@code starttls} (it must), {@code tls} (from the first byte) or {@code none}
 */
@Component
public record MailSettings(@Value("${fourportals.notice.mail.server:}") String server, @Value("${fourportals.notice.mail.from:}") String from,
        @Value("${fourportals.notice.mail.user:}") String user, @Value("${fourportals.notice.mail.password:}") String password,
        @Value("${fourportals.notice.mail.tls:starttls}") String tls, @Value("${fourportals.notice.seconds:15}") int seconds) {

    public MailSettings {
        if (!server.isBlank() && from.isBlank()) {
            throw new IllegalArgumentException("fourportals.notice.mail.from is missing: mail needs a sender");
        }
    }

    boolean isSet() {
        return !server.isBlank();
    }

    String host() {
        return server.contains(":") ? server.substring(0, server.lastIndexOf(':')) : server;
    }

    int port() {
        return server.contains(":") ? Integer.parseInt(server.substring(server.lastIndexOf(':') + 1)) : 587;
    }
}
