package org.fourportals.notice.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The message centre of the city's carrier (SMPP 3.4).
 *
 * @param server    {@code HOST:PORT}; blank if no text messages are sent
 * @param from      the number or name they come from
 * @param signature what they begin with, as carriers demand: {@code 【示范市】}
 */
@Component
public record SmsSettings(@Value("${fourportals.notice.sms.server:}") String server, @Value("${fourportals.notice.sms.user:}") String user,
        @Value("${fourportals.notice.sms.password:}") String password, @Value("${fourportals.notice.sms.from:}") String from,
        @Value("${fourportals.notice.sms.signature:}") String signature, @Value("${fourportals.notice.seconds:15}") int seconds) {

    boolean isSet() {
        return !server.isBlank();
    }

    String host() {
        return server.substring(0, server.lastIndexOf(':'));
    }

    int port() {
        return Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }
}
