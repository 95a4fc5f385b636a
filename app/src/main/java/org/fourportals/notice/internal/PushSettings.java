package org.fourportals.notice.internal;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Messages to browsers.
 *
 * @param contact  how push services reach whoever runs this: {@code mailto:…} or {@code https://…}; blank if nothing is pushed
 * @param services hosts to which we send, separated by commas; {@code *.} before one stands for what is below it. A browser names its own, so nothing else
 *                 may be named
 */
@Component
public record PushSettings(@Value("${fourportals.notice.push.contact:}") String contact,
        @Value("${fourportals.notice.push.services:fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com,*.push.services.mozilla.com}")
        String services, @Value("${fourportals.notice.seconds:15}") int seconds) {

    boolean isSet() {
        return !contact.isBlank();
    }

    /** Whether it is the address of a push service we send to: by https, unless the setting names the whole address. */
    public boolean allows(URI endpoint) {
        String host = endpoint.getHost();
        if (host == null || endpoint.getUserInfo() != null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(services.split(",")).map(String::strip).anyMatch(service -> service.contains("://")
                ? endpoint.toString().startsWith(service + "/") : "https".equals(endpoint.getScheme()) && endpoint.getPort() == -1
                        && (service.startsWith("*.") ? name.endsWith(service.substring(1)) : name.equals(service)));
    }
}
